"""Tasks with names of their own count among Task-1, Task-2 …"""

import asyncio


async def nothing():
    pass


async def main():
    print(asyncio.current_task().get_name())
    named = asyncio.create_task(nothing(), name="named")
    print(named.get_name(), asyncio.create_task(nothing()).get_name())
    async with asyncio.TaskGroup() as group:
        print(group.create_task(nothing(), name="grouped").get_name(), group.create_task(nothing()).get_name())
    loop = asyncio.get_running_loop()
    print(loop.create_task(nothing(), name="loop's").get_name(), loop.create_task(nothing()).get_name())


asyncio.run(main())
