import asyncio


async def producer(queue, n):
    for i in range(n):
        print("put", i)
        await queue.put(i)
    await queue.put(None)


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        print("got", item, "left", queue.qsize())
        total += item
        queue.task_done()
    return total


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, total = await asyncio.gather(producer(queue, 5), consumer(queue))
    print(total, queue.empty(), queue.full())
    queue.put_nowait("a")
    queue.put_nowait("b")
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull as error:
        print(repr(error))
    print(queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))


asyncio.run(main())
