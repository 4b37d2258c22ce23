import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    if name == "bad":
        raise ValueError(name)
    return name


async def main():
    tasks = [asyncio.create_task(job(name, delay)) for name, delay in [("a", 0.03), ("b", 0.01), ("c", 0.02)]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.result() for t in done], len(pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), len(pending))
    for next_done in asyncio.as_completed([asyncio.create_task(job("x", 0.02)), asyncio.create_task(job("y", 0.01))]):
        print(await next_done)
    tasks = [asyncio.create_task(job("slow", 1))]
    done, pending = await asyncio.wait(tasks, timeout=0.01)
    print(len(done), len(pending))
    for task in pending:
        task.cancel()


asyncio.run(main())
