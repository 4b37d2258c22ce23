# Tasks: how they are shown, stacks, names, cancellation counted, what they may not yield.
import asyncio
async def work(n=1):
    await asyncio.sleep(n)
    return n
async def raises():
    raise ValueError('r')
async def main():
    t = asyncio.create_task(work()); print(t)
    await asyncio.sleep(0); print(t)
    print(t.get_name(), t.get_coro().__name__, t.done(), t.cancelled(), t.cancelling(), t.uncancel())
    t.set_name('renamed'); print(t, t.get_name()); t.set_name(5); print(repr(t.get_name()))
    for bad in (t.result, t.exception):
        try: bad()
        except asyncio.InvalidStateError as e: print(repr(e))
    for bad in (t.set_result, t.set_exception):
        try: bad(1)
        except RuntimeError as e: print(e)
    t.print_stack(); print([f.f_lineno for f in t.get_stack()], len(t.get_stack(limit=1)))
    import sys
    t.print_stack(file=sys.stdout)
    print(await t, t, t.get_stack()); t.print_stack()
    r = asyncio.create_task(raises(), name='r')
    await asyncio.wait([r]); print(r, r.exception())
    r.print_stack(file=sys.stdout); print(len(r.get_stack()))
    c = asyncio.create_task(work(5))
    await asyncio.sleep(0)
    print(c.cancel('first'), c.cancel('second'), c.cancelling(), c); print(c.uncancel(), c.uncancel(), c.uncancel(), c)
    try: await c
    except asyncio.CancelledError as e: print(repr(e), c)
    print(c.cancelled(), c.cancel())
    for bad in (3, work, None, [1]):
        try: asyncio.create_task(bad)
        except TypeError as e: print(str(e).split(' at 0x')[0])
    asyncio.create_task(raises(), name='never retrieved')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async def cancels_itself():
        asyncio.current_task().cancel('self')
        await asyncio.sleep(0)
    s = asyncio.create_task(cancels_itself())
    try: await s
    except asyncio.CancelledError as e: print(repr(e))
    async def ends_cancelled():
        asyncio.current_task().cancel('late')
        return 3
    s = asyncio.create_task(ends_cancelled())
    try: print(await s)
    except asyncio.CancelledError as e: print(repr(e), s)
    print(str(asyncio.current_task()).split(' cb=')[0], len(asyncio.all_tasks()), asyncio.all_tasks() == {asyncio.current_task()})
    class T(asyncio.Task): pass
    u = T(work(0), loop=asyncio.get_running_loop(), name='sub'); print(u); await u; print(u)
    async def selfwait():
        await me
    me = asyncio.create_task(selfwait())
    try: await me
    except RuntimeError as e: print(e)
    class Bad:
        def __await__(self): yield 3
    async def bad(): await Bad()
    try: await asyncio.create_task(bad())
    except RuntimeError as e: print(e)
    class Bad2:
        def __await__(self): yield asyncio.get_running_loop().create_future()
    async def bad2(): await Bad2()
    try: await asyncio.create_task(bad2())
    except RuntimeError as e: print(e)
    class Bad3:
        def __await__(self): yield (x for x in ())
    async def bad3(): await Bad3()
    try: await asyncio.create_task(bad3())
    except RuntimeError as e: print(str(e).split(' at 0x')[0])
async def timed():
    await main()
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(timed())
