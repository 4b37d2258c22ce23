import asyncio

await asyncio.sleep(0)


def function():
    await asyncio.sleep(0)
