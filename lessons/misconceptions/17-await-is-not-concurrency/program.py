import asyncio

async def fetch(name):
    await asyncio.sleep(1)
    print(name, round(loop.time() - start))

async def main():
    global loop, start
    loop = asyncio.get_running_loop()
    start = loop.time()
    await fetch("a")
    await fetch("b")
    await asyncio.gather(fetch("c"), fetch("d"))

asyncio.run(main())
