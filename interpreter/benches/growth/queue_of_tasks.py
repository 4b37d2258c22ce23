import asyncio

n = 200


async def takes(queue, count):
    for _ in range(count):
        await queue.get()


async def main():
    queue = asyncio.Queue(1)
    taker = asyncio.create_task(takes(queue, n))
    for i in range(n):
        await queue.put(i)
    await taker


asyncio.run(main())
