import asyncio


async def ticker(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.01)
            yield i
    finally:
        print("ticker closed")


async def main():
    async for i in ticker(3):
        print(i)
    async for i in ticker(5):
        if i == 1:
            break
    print("broke out")
    g = ticker(5)
    print(await g.__anext__())
    await g.aclose()
    print([i async for i in ticker(2)])
    left = ticker(5)
    print(await anext(left))
    print("main ends, and the loop closes the last one")


asyncio.run(main())
