import asyncio
import types


@types.coroutine
def old(n):
    result = yield from asyncio.sleep(0.01, result=n)
    print("old got", result)
    return result * 2


@types.coroutine
def bare():
    print("bare yield")
    yield
    print("after it")


async def new():
    await bare()
    return await old(21)


print(asyncio.run(new()))
loop = asyncio.new_event_loop()
print(loop.run_until_complete(old(1)))
loop.close()


class Custom:
    def __await__(self):
        print("custom awaited")
        yield from asyncio.sleep(0.01).__await__()
        return "custom"


async def main():
    return await Custom()


print(asyncio.run(main()))
