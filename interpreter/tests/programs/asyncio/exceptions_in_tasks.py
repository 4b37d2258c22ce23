import asyncio


async def bad():
    await asyncio.sleep(0)
    raise KeyError("bad")


async def outer():
    try:
        await bad()
    except KeyError as error:
        raise ValueError("outer") from error


async def main():
    task = asyncio.create_task(outer())
    try:
        await task
    except ValueError as error:
        print(error, repr(error.__cause__))
    print(repr(task.exception()))
    other = asyncio.create_task(bad())
    await asyncio.sleep(0.01)
    print(other.done(), repr(other.exception()))
    try:
        other.result()
    except KeyError as error:
        print(repr(error))


asyncio.run(main())
