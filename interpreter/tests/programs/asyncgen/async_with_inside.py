import types


@types.coroutine
def pause(text):
    yield text


class Lock:
    async def __aenter__(self):
        await pause("lock")

    async def __aexit__(self, *details):
        await pause("unlock")


async def guarded(items):
    async with Lock():
        for item in items:
            yield item


async def main():
    async for item in guarded("ab"):
        print(item)
    g = guarded("xy")
    print(await g.__anext__())
    await g.aclose()


c = main()
try:
    while True:
        print("*", c.send(None))
except StopIteration:
    print("end")
