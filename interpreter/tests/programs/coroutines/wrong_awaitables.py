"""Coroutines driven by hand: awaitables, async with, async for, async generators, and every wrong object in their place."""
import asyncio, types, inspect
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def add(a, b):
    return await Aw(a) + await Aw(b)
def drive(coro, replies):
    replies = iter(replies)
    try:
        asked = coro.send(None)
        while True:
            print("asked", asked)
            asked = coro.send(next(replies))
    except StopIteration as s:
        return s.value
print(drive(add(1, 2), [10, 20]))
class Res:
    async def __aenter__(self): print("acquire", await Aw("lock")); return self
    async def __aexit__(self, t, v, tb): print("release", t and t.__name__, await Aw("unlock")); return t is KeyError
class Ticker:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        return await Aw(f"tick{self.n}")
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("agen got", x)
    finally:
        print("agen cleanup", await Aw("bye"))
async def main():
    async with Res() as r:
        async for t in Ticker(2):
            print("t =", t)
        else:
            print("ticker done")
        raise KeyError("swallowed")
    print([i async for i in agen(3) if i != 1], {k: v async for k, v in pairs()}, [await Aw(i) for i in range(2)])
    g = agen(2)
    print(await g.asend(None), await g.asend("hello"))
    await g.aclose()
    async for i in agen(5):
        break
    return "done"
async def pairs():
    yield "a", 1
    yield "b", await Aw("pairs")
print(drive(main(), iter(int, 1)))
@types.coroutine
def switch(x):
    return (yield ("switch", x))
async def co():
    try:
        return await switch(1)
    except ValueError as e:
        return await switch(str(e))
c = co(); print(c.send(None), c.cr_await is not None, c.cr_running, inspect.getcoroutinestate(c)); print(c.throw(ValueError("v")))
try: c.send("fin")
except StopIteration as e: print(e.value, inspect.getcoroutinestate(c), c.cr_await, c.cr_frame)
for bad in ("reuse", "nonawait", "iter", "badaiter", "badanext", "aw_coro", "aw_int", "noctx", "halfctx"):
    async def run():
        if bad == "reuse": await c
        if bad == "nonawait": await 5
        if bad == "iter":
            for x in co2: pass
        if bad == "badaiter":
            async for x in [1]: pass
        if bad == "badanext":
            class X:
                def __aiter__(s): return s
                def __anext__(s): return 3
            async for x in X(): pass
        if bad == "aw_coro":
            class X:
                def __await__(s): return co2
            await X()
        if bad == "aw_int":
            class X:
                def __await__(s): return iter_int
            await X()
        if bad == "noctx":
            async with 3: pass
        if bad == "halfctx":
            class X:
                async def __aenter__(s): pass
            async with X(): pass
    iter_int = 7
    co2 = co()
    try: run().send(None)
    except Exception as e: print(bad, "|", type(e).__name__, "|", e)
    co2.close()
a = agen(1)
s = a.asend(None)
try: a.asend(5).send(None)
except TypeError as e: print(e)
try: s.send(None)
except StopIteration as e: print("got", e.value)
t = a.asend(None)
print(t.send(None))
try: a.asend(None).send(None)
except RuntimeError as e: print(e)
try: t.throw(ValueError("in cleanup"))
except ValueError as e: print(repr(e), a.ag_running, a.ag_frame)
async def ag2():
    while True:
        try: yield
        except GeneratorExit: print("ignoring"); yield 5
h = ag2()
try: h.asend(None).send(None)
except StopIteration: pass
try: h.aclose().send(None)
except RuntimeError as e: print(e)
async def never(): pass
never()
n = never(); n.close(); n = None
print(inspect.iscoroutinefunction(never), inspect.isasyncgenfunction(agen), inspect.isawaitable(Aw(1)), asyncio.iscoroutinefunction(switch))
