# Locks, events, conditions, semaphores and barriers, cancellation in every place.
import asyncio
async def hold(l, n):
    async with l:
        print('got', n); await asyncio.sleep(0.1)
    return n
async def main():
    l = asyncio.Lock(); print(l, l.locked())
    ts = [asyncio.create_task(hold(l, i)) for i in range(4)]
    await asyncio.sleep(0); await asyncio.sleep(0); print(l)
    ts[1].cancel(); ts[2].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True), l)
    try: l.release()
    except RuntimeError as e: print(e)
    try:
        with l: pass
    except TypeError as e: print(e)
    try:
        async with l as x: print(x); raise KeyError
    except KeyError: print(l.locked())
    e = asyncio.Event(); print(e, e.is_set()); 
    w = [asyncio.create_task(e.wait()) for _ in range(3)]
    await asyncio.sleep(0); print(e); w[0].cancel(); e.set(); print(e); e.clear(); print(await asyncio.gather(*w, return_exceptions=True), e)
    e.set(); print(await e.wait())
    c = asyncio.Condition(); print(c, c.locked())
    try: await c.wait()
    except RuntimeError as x: print(x)
    for f in (c.notify, c.notify_all):
        try: f()
        except RuntimeError as x: print(x)
    log = []
    async def waiter(i):
        async with c:
            r = await c.wait(); log.append((i, r)); return r
    ws = [asyncio.create_task(waiter(i)) for i in range(5)]
    await asyncio.sleep(0.1); print(c)
    async with c: c.notify(); print(c)
    await asyncio.sleep(0.1)
    async with c: c.notify(2)
    await asyncio.sleep(0.1); print(log)
    ws[3].cancel()
    await asyncio.sleep(0.1)
    async with c: c.notify_all()
    print(await asyncio.gather(*ws, return_exceptions=True), log)
    n = 0
    async def pred():
        async with c: return await c.wait_for(lambda: n > 2 and f'n={n}')
    p = asyncio.create_task(pred())
    for i in range(5):
        await asyncio.sleep(0.1)
        async with c: n += 1; c.notify_all()
    print(await p)
    l2 = asyncio.Lock(); c2 = asyncio.Condition(l2); print(c2.locked == l2.locked, c2._lock is l2)
    s = asyncio.Semaphore(2); print(s, s.locked()); 
    try: asyncio.Semaphore(-1)
    except ValueError as x: print(x)
    async def take(i):
        async with s: print('in', i, s); await asyncio.sleep(0.1)
    st = [asyncio.create_task(take(i)) for i in range(5)]
    await asyncio.sleep(0.05); print(s, s.locked()); st[2].cancel()
    await asyncio.wait(st); print(s)
    b = asyncio.BoundedSemaphore(1); print(b)
    try: b.release()
    except ValueError as x: print(x)
    await b.acquire(); print(b, b.locked()); b.release()
    ba = asyncio.Barrier(3); print(ba, ba.parties, ba.n_waiting, ba.broken)
    for bad in (0, -1):
        try: asyncio.Barrier(bad)
        except ValueError as x: print(x)
    async def party(i):
        try:
            pos = await ba.wait(); print('party', i, pos, ba.n_waiting); return pos
        except asyncio.BrokenBarrierError as x: print(i, repr(x)); return 'broken'
    pt = [asyncio.create_task(party(i)) for i in range(7)]
    await asyncio.sleep(0.1); print(ba, ba.n_waiting)
    await ba.reset(); print(ba); await asyncio.sleep(0.1); print(ba)
    print(await asyncio.gather(*pt))
    pt = [asyncio.create_task(party(i)) for i in range(2)]
    await asyncio.sleep(0); await asyncio.sleep(0); print(ba)
    await ba.abort(); print(ba, ba.broken); print(await asyncio.gather(*pt)); print(await party('x'))
    await ba.reset(); print(ba, ba.broken)
    async def ctx():
        async with ba as pos: return pos
    print(await asyncio.gather(ctx(), ctx(), ctx()))
    pt = [asyncio.create_task(party(i)) for i in range(2)]; await asyncio.sleep(0); await asyncio.sleep(0); pt[0].cancel(); await asyncio.sleep(0.1); print(ba, ba.n_waiting, pt)
    await asyncio.gather(*pt, party(9), return_exceptions=True) if False else None
    for t in pt: t.cancel()
async def timed():
    await main()
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(timed())
l = asyncio.Lock()
async def grab():
    await l.acquire()
    t = asyncio.create_task(l.acquire()); await asyncio.sleep(0); t.cancel()
asyncio.run(grab())
async def again():
    try: await l.acquire()
    except RuntimeError as e: print(e)
asyncio.run(again())
