import asyncio

n = 200


async def main():
    for _ in range(n):
        try:
            async with asyncio.timeout(1000):
                await asyncio.sleep(0)
        except TimeoutError:
            pass


asyncio.run(main())
