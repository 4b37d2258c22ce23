import asyncio


async def arange(stop):
    for n in range(stop):
        yield n
        await asyncio.sleep(0)


async def walk(name):
    async for n in arange(3):
        print(name, n)


async def main():
    await asyncio.gather(walk("left"), walk("right"))


asyncio.run(main())
