import asyncio


async def inner():
    await asyncio.sleep(0)
    raise ValueError("uncaught")


async def main():
    await inner()


asyncio.run(main())
