import asyncio

async def rows():
    try:
        yield 1
        yield 2
    finally:
        print("rows closed")

async def main():
    agen = rows()
    async for r in agen:
        break
    print("after the loop")
    await agen.aclose()

asyncio.run(main())
