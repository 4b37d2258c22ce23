import asyncio


async def worker(name, turns):
    for turn in range(turns):
        print(name, turn)
        await asyncio.sleep(0)
    return name.upper()


async def main():
    a = asyncio.create_task(worker("a", 2))
    b = asyncio.create_task(worker("b", 3), name="bee")
    print("made", a.done(), b.get_name())
    print(await a, a.done(), a.result())
    print(await b)
    print(b.exception(), b.cancelled())


asyncio.run(main())
