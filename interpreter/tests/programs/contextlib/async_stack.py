import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def resource(name):
    print('open', name)
    try:
        yield name
    finally:
        print('close', name)


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('numbers closed')


async def late(*args):
    print('late', *args)


async def main():
    async with AsyncExitStack() as stack:
        for name in 'ab':
            print(await stack.enter_async_context(resource(name)))
        stack.push_async_callback(late, 1, 2)
        stack.callback(print, 'soon')
    async with aclosing(numbers()) as source:
        async for number in source:
            print(number)
            break
    async with nullcontext('nothing') as value:
        print(value)


asyncio.run(main())
