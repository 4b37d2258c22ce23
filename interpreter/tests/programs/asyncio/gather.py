import asyncio


async def job(n, delay):
    await asyncio.sleep(delay)
    print("done", n)
    return n * n


async def fails(delay):
    await asyncio.sleep(delay)
    raise ValueError(delay)


async def main():
    print(await asyncio.gather(job(1, 0.03), job(2, 0.01), job(3, 0.02)))
    print(await asyncio.gather())
    results = await asyncio.gather(job(4, 0.01), fails(0.02), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        await asyncio.gather(job(5, 0.03), fails(0.01))
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(0.04)
    print("end")


asyncio.run(main())
