import asyncio


async def worker(number):
    total = 0
    for turn in range(20):
        await asyncio.sleep(0)
        total += number
    return total


async def main():
    return sum(await asyncio.gather(*(worker(i) for i in range(1_000))))


print(asyncio.run(main()))
