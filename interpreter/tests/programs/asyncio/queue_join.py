import asyncio


async def worker(name, queue):
    while True:
        n = await queue.get()
        await asyncio.sleep(0.001 * n)
        print(name, "did", n)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for n in 3, 1, 2:
        queue.put_nowait(n)
    workers = [asyncio.create_task(worker(name, queue)) for name in "ab"]
    await queue.join()
    print("all done")
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
