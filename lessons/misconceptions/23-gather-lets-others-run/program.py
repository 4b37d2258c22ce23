import asyncio

async def job(name, seconds):
    await asyncio.sleep(seconds)
    if name == "bad":
        raise ValueError(name)
    print(name, "finished")

async def main():
    try:
        await asyncio.gather(job("slow", 2), job("bad", 1))
    except ValueError:
        print("caught")
    await asyncio.sleep(3)

asyncio.run(main())
