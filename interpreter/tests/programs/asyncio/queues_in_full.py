# Queues of the three kinds, full, empty, cancelled, joined.
import asyncio
async def main():
    q = asyncio.Queue(2); print(q, repr(q).split(' at')[0], q.maxsize, q.qsize(), q.empty(), q.full())
    await q.put(1); q.put_nowait(2); print(q, q.full())
    for f in (lambda: q.put_nowait(3),):
        try: f()
        except asyncio.QueueFull as e: print(repr(e))
    p = asyncio.create_task(q.put(3)); await asyncio.sleep(0); print(q)
    print(q.get_nowait(), q); await p; print(q, await q.get(), await q.get())
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    g = [asyncio.create_task(q.get(), name=f'g{i}') for i in range(3)]; await asyncio.sleep(0); print(q)
    g[0].cancel(); await q.put('a'); await q.put('b'); print(await asyncio.gather(*g, return_exceptions=True))
    for i in range(5): q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    await q.join(); print('joined')
    pq = asyncio.PriorityQueue(); 
    for x in (3, 1, 2): pq.put_nowait((x, str(x)))
    print(pq, [pq.get_nowait() for _ in range(3)])
    lq = asyncio.LifoQueue(); [lq.put_nowait(i) for i in range(3)]; print(lq, [await lq.get() for _ in range(3)])
    for bad in (asyncio.Queue(-1), asyncio.Queue(0)): bad.put_nowait(1); print(bad.full(), bad)
    print(asyncio.Queue[int])
    async def producer(q, n):
        for i in range(n): await q.put(i); print('put', i)
        return 'p'
    async def consumer(q, name):
        while True:
            item = await q.get()
            try: print(name, item); await asyncio.sleep(0.1 * (item % 3))
            finally: q.task_done()
    q = asyncio.Queue(maxsize=3)
    cs = [asyncio.create_task(consumer(q, f'c{i}')) for i in range(2)]
    await producer(q, 8); await q.join(); [c.cancel() for c in cs]; print(await asyncio.gather(*cs, return_exceptions=True))
    try: await asyncio.wait_for(q.get(), 0.1)
    except TimeoutError as e: print(repr(e), q)
    try: q.get_nowait()
    except asyncio.QueueEmpty: print('empty')
    ps = [asyncio.create_task(q.put(i)) for i in range(6)]; await asyncio.sleep(0); print(q); ps[3].cancel(); ps[4].cancel()
    print([await q.get() for _ in range(4)]); await asyncio.wait(ps); print(q)
async def timed():
    await main()
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(timed())
