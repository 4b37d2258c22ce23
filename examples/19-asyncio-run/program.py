import asyncio


async def fetch(page):
    print("asking for", page)
    await asyncio.sleep(1)
    return f"<{page}>"


async def main():
    first = await fetch("home")
    second = await fetch("news")
    return first + second


result = asyncio.run(main())
print("main returned", result)
