import types


class ByClass:
    def __await__(self):
        yield "class"
        return "from class"


class ByIterator:
    def __await__(self):
        return iter(["iterator"])


@types.coroutine
def by_generator():
    yield "generator"
    return "from generator"


async def by_coroutine():
    return "from coroutine"


async def main():
    for awaitable in ByClass(), ByIterator(), by_generator(), by_coroutine():
        print(await awaitable)


c = main()
try:
    while True:
        print(c.send(None))
except StopIteration:
    print("done")
