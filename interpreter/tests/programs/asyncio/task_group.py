import asyncio


async def job(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fail:
        raise ValueError(name)
    print(name, "done")
    return name


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(job("a", 0.02))
        b = group.create_task(job("b", 0.01))
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("good", 1))
            group.create_task(job("bad", 0.01, fail=True))
    except ExceptionGroup as group:
        print(group.message, [repr(e) for e in group.exceptions])


asyncio.run(main())
