import types
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Coroutine, Generator, Iterator


def plain():
    yield


@types.coroutine
def marked():
    yield


async def native():
    pass


async def stream():
    yield


for function in plain, marked, native, stream:
    thing = function()
    names = [
        kind.__name__
        for kind in (Iterator, Generator, Awaitable, Coroutine, AsyncIterator, AsyncGenerator)
        if isinstance(thing, kind)
    ]
    print(f"{function.__name__:7}", ", ".join(names))
    if function is native:
        thing.close()
