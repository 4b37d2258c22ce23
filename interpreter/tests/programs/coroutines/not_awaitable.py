def plain_generator():
    yield 1


class NoAwait:
    pass


class BadAwait:
    def __await__(self):
        return 5


class CoroutineAwait:
    def __await__(self):
        return other()


async def other():
    pass


async def wait_for(thing):
    await thing


for thing in 5, None, [1], plain_generator(), NoAwait(), BadAwait():
    try:
        wait_for(thing).send(None)
    except TypeError as error:
        print(error)
