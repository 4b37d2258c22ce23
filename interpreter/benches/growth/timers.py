import asyncio

n = 200


async def sleeps(i):
    await asyncio.sleep(i * 7919 % n)


async def main():
    await asyncio.gather(*(sleeps(i) for i in range(n)))


asyncio.run(main())
