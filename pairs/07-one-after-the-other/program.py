import asyncio

async def fetch(name, seconds):
    print("ask", name)
    await asyncio.sleep(seconds)
    print("got", name)

async def main():
    await fetch("news", 2)
    await fetch("weather", 1)

asyncio.run(main())
