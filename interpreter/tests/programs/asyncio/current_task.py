import asyncio


async def who():
    return asyncio.current_task().get_name()


async def main():
    print(await who())
    print(await asyncio.create_task(who(), name="named"))
    tasks = [asyncio.create_task(who()) for _ in range(2)]
    print(len(asyncio.all_tasks()))
    print([name.startswith("Task-") for name in await asyncio.gather(*tasks)])
    print(asyncio.iscoroutine(c := who()), asyncio.iscoroutinefunction(who), asyncio.isfuture(tasks[0]))
    await c
    print(asyncio.get_running_loop().is_running())


asyncio.run(main())
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
try:
    asyncio.run(5)
except ValueError as error:
    print(error)
