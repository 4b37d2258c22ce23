import asyncio

n = 200


async def waits(event):
    await event.wait()


async def main():
    event = asyncio.Event()
    sleepers = [asyncio.create_task(waits(event)) for _ in range(n)]
    for _ in range(50):
        await asyncio.sleep(1)
    event.set()
    await asyncio.gather(*sleepers)


asyncio.run(main())
