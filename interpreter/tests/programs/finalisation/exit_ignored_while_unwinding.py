"""An async generator ignores GeneratorExit as it dies with a frame that handles another: the two hold one another, and so does the frame."""

import types


class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


@types.coroutine
def pause(n):
    return (yield n)


async def stubborn(n):
    try:
        await pause(n)
        yield
    finally:
        print("finally")
        await pause(n)
        print("never")


async def inner():
    mark = Mark("inner")
    try:
        await pause(1)
    except BaseException:
        await stubborn(2).__anext__()


async def outer():
    mark = Mark("outer")
    await inner()


coroutine = outer()
coroutine.send(None)
try:
    coroutine.close()
except RuntimeError as error:
    print(repr(error), repr(error.__context__))
print("end")
