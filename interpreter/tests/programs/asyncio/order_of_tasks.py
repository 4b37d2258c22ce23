import asyncio


async def step(name, n):
    for i in range(n):
        print(f"{name}{i}", end=" ")
        await asyncio.sleep(0)


async def main():
    tasks = [asyncio.create_task(step(name, n)) for name, n in [("a", 3), ("b", 1), ("c", 2)]]
    print("main first")
    await asyncio.sleep(0)
    print("| main again")
    for task in tasks:
        await task
    print()
    await step("direct", 2)
    print()


asyncio.run(main())
