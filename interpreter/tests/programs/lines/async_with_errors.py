class M:
    def __init__(self, swallow):
        self.swallow = swallow

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return self.swallow


async def numbers():
    yield 1
    raise KeyError("from numbers")


async def swallowed():
    async with M(True):
        raise ValueError
        print("never")
    print("after")


async def returned():
    async with M(False):
        return "value"


async def looped():
    for i in range(3):
        async with M(False):
            if i == 0:
                continue
            break
    return i


async def failing():
    try:
        async for n in numbers():
            print(n)
    except KeyError as error:
        print(error)
    try:
        async with M(False):
            raise IndexError
    except IndexError:
        print("out")


for function in swallowed, returned, looped, failing:
    try:
        function().send(None)
    except StopIteration as stop:
        print(stop.value)
