import asyncio


async def reads(count):
    for done in range(count):
        await asyncio.sleep(0.5)
        yield f"read {done + 1}"


async def main():
    async for text in reads(10):
        print(text)


asyncio.run(main())
