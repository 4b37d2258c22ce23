# Hundreds of tasks, cancelled at random places; timers due together.
import asyncio, random
log = []
async def worker(i, rnd):
    try:
        for k in range(rnd.randrange(1, 5)):
            await asyncio.sleep(rnd.choice([0, 0, 0.1, 0.1, 0.2, 0.5, 0.5]))
            log.append((i, k, round(asyncio.get_running_loop().time(), 3)))
        if rnd.random() < 0.1: raise ValueError(i)
        return i
    except asyncio.CancelledError:
        log.append((i, 'c'));
        if rnd.random() < 0.5: await asyncio.sleep(0.1); log.append((i, 'cleaned'))
        raise
async def main():
    rnd = random.Random(7)
    ts = [asyncio.create_task(worker(i, random.Random(i))) for i in range(400)]
    await asyncio.sleep(0.3)
    for t in rnd.sample(ts, 60): t.cancel(str(rnd.randrange(9)))
    rs = await asyncio.gather(*ts, return_exceptions=True)
    print([r if isinstance(r, int) else repr(r) for r in rs])
    h = 0
    for x in log: h = (h * 31 + sum(map(ord, repr(x)))) % 1000003
    print(len(log), h, log[:20], log[-20:])
    loop = asyncio.get_running_loop(); order = []
    hs = [loop.call_at(loop.time() + rnd.choice([1, 1, 1, 2, 2, 3]), order.append, i) for i in range(300)]
    for x in rnd.sample(hs, 200): x.cancel()
    await asyncio.sleep(4); print(order)
asyncio.run(main())
