# A timeout or a task group that is entered twice, or outside of a task.
import asyncio


async def timeout_twice():
    t = asyncio.timeout(1)
    async with t:
        pass
    try:
        async with t:
            pass
    except RuntimeError as error:
        print(error)
    late = asyncio.timeout(None)
    try:
        late.reschedule(1)
    except RuntimeError as error:
        print(error)


async def timeout_outside():
    async with asyncio.timeout(1):
        pass


async def group_outside():
    async with asyncio.TaskGroup():
        pass


async def group_twice():
    group = asyncio.TaskGroup()
    async with group:
        pass
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)

asyncio.run(timeout_twice())
asyncio.run(group_twice())
for outside in (timeout_outside, group_outside):
    try:
        outside().send(None)
    except RuntimeError as error:
        print(error)
