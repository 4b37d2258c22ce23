import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager


@asynccontextmanager
async def connection(name):
    await asyncio.sleep(0)
    print("connect", name)
    try:
        yield name
    except ValueError as error:
        print("handled", error)
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers closed")


async def main():
    async with connection("a") as a:
        print("using", a)
    async with connection("b"):
        raise ValueError("inside")
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(connection("c")))
        stack.callback(print, "callback")
    async with aclosing(numbers()) as source:
        async for n in source:
            print(n)
            break


asyncio.run(main())
