import asyncio

n = 200


async def works():
    await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(works() for _ in range(n)))


asyncio.run(main())
