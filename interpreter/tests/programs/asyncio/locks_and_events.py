import asyncio


async def guarded(lock, name):
    async with lock:
        print(name, "has it")
        await asyncio.sleep(0.01)
    print(name, "let go")


async def waiter(event, name):
    await event.wait()
    print(name, "saw the event")


async def main():
    lock = asyncio.Lock()
    await asyncio.gather(*(guarded(lock, name) for name in "abc"))
    event = asyncio.Event()
    waiters = [asyncio.create_task(waiter(event, name)) for name in "xy"]
    await asyncio.sleep(0)
    print("setting", event.is_set())
    event.set()
    await asyncio.gather(*waiters)
    semaphore = asyncio.Semaphore(2)

    async def limited(n):
        async with semaphore:
            print("in", n)
            await asyncio.sleep(0.01)
        print("out", n)

    await asyncio.gather(*(limited(n) for n in range(4)))


asyncio.run(main())
