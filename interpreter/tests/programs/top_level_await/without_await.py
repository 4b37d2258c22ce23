# Nothing here awaits at top level: the program has no loop around it.
import asyncio


async def main():
    print(asyncio.current_task().get_name())
    return await asyncio.sleep(1, "done")


print(asyncio.run(main()))
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
