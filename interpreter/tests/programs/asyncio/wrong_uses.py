import asyncio


async def coroutine():
    return 1


async def yields_number():
    class Bad:
        def __await__(self):
            yield 5
    await Bad()


async def main():
    try:
        await yields_number()
    except RuntimeError as error:
        print(error)
    try:
        asyncio.run(c := coroutine())
    except RuntimeError as error:
        print(error)
        c.close()
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)
    task = asyncio.create_task(coroutine())
    await task
    print(await task)


asyncio.run(main())
