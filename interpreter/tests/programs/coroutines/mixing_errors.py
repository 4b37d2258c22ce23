async def coroutine():
    return 1


def attempt(action):
    try:
        print(action())
    except TypeError as error:
        print(error)


c = coroutine()
attempt(lambda: next(c))
attempt(lambda: iter(c))
attempt(lambda: list(c))
attempt(lambda: [*c])
attempt(lambda: c())
attempt(lambda: c.send(5))
c.close()


async def stream():
    yield 1


s = stream()
attempt(lambda: next(s))
attempt(lambda: list(s))
attempt(lambda: iter(s))


async def iterate_wrong():
    async for x in [1, 2]:
        pass


attempt(lambda: iterate_wrong().send(None))


async def with_wrong():
    async with 5:
        pass


attempt(lambda: with_wrong().send(None))
