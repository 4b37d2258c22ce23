import asyncio
import time

async def ticker():
    for n in range(2):
        print("tick", n)
        await asyncio.sleep(1)

async def rude():
    print("rude begins")
    time.sleep(3)
    print("rude ends")

async def main():
    await asyncio.gather(ticker(), rude())

asyncio.run(main())
