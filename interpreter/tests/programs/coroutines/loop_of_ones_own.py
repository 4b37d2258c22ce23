"""Async without asyncio: a loop of ten lines, sleep, gather, queues and locks of one's own."""
import heapq, types, itertools
from collections import deque
@types.coroutine
def trap(*args): return (yield args)
class Loop:
    def __init__(self): self.now, self.timers, self.ready, self.n = 0, [], deque(), itertools.count()
    def task(self, coro): t = Task(coro, self); self.ready.append((t, None)); return t
    def run(self, coro):
        main = self.task(coro)
        while self.ready or self.timers:
            if not self.ready:
                self.now, _, t = heapq.heappop(self.timers); self.ready.append((t, None))
            t, v = self.ready.popleft(); t.step(v)
        return main.result()
class Task:
    def __init__(self, coro, loop): self.coro, self.loop, self.done, self.value, self.error, self.waiters, self.name = coro, loop, False, None, None, [], coro.__name__
    def step(self, v):
        try: op, *args = self.coro.send(v) if not isinstance(v, BaseException) else self.coro.throw(v)
        except StopIteration as s: self.finish(s.value)
        except Exception as e: self.finish(None, e)
        else: getattr(self, "op_" + op)(*args)
    def finish(self, value, error=None):
        self.done, self.value, self.error = True, value, error
        for w in self.waiters: self.loop.ready.append((w, None))
    def op_sleep(self, dt): heapq.heappush(self.loop.timers, (self.loop.now + dt, next(self.loop.n), self))
    def op_join(self, other): self.loop.ready.append((self, None)) if other.done else other.waiters.append(self)
    def op_park(self, queue): queue.append(self)
    def op_loop(self): self.loop.ready.append((self, self.loop))
    def result(self):
        if self.error: raise self.error
        return self.value
    def __await__(self):
        if not self.done: yield "join", self
        return self.result()
async def sleep(dt): await trap("sleep", dt)
async def gather(*coros): loop = await trap("loop"); tasks = [loop.task(c) for c in coros]; return [await t for t in tasks]
class Lock:
    def __init__(self): self.held, self.queue = False, deque()
    async def __aenter__(self):
        while self.held: await trap("park", self.queue)
        self.held = True; return self
    async def __aexit__(self, *exc):
        self.held = False
        if self.queue: t = self.queue.popleft(); t.loop.ready.append((t, None))
lock = Lock()
async def worker(name, dt):
    async with lock:
        loop = await trap("loop"); print(f"t={loop.now} {name} has the lock"); await sleep(dt)
    return name.upper()
async def ticks(n):
    for i in range(n): await sleep(1); yield i
async def fails(): await sleep(1); raise LookupError("failed task")
async def main():
    print(await gather(worker("a", 2), worker("b", 1), worker("c", 3)))
    async for t in ticks(2): print("tick", t)
    print({t: t * t async for t in ticks(3) if t}, [x async for x in ticks(1)])
    try: await gather(fails(), worker("d", 1))
    except LookupError as e: print("caught", e, [type(x).__name__ for x in (e.__context__, e.__cause__)])
    return (await trap("loop")).now
print(Loop().run(main()))
Loop().run(fails())
