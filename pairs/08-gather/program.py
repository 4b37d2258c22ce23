import asyncio

async def fetch(name, seconds):
    print("ask", name)
    await asyncio.sleep(seconds)
    print("got", name)

async def main():
    await asyncio.gather(fetch("news", 2), fetch("weather", 1))

asyncio.run(main())
