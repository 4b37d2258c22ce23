# The manager of a `with` lives until the exception that it exits for is dealt with: also while what `__aexit__` awaits is closed.
import sys
import types


@types.coroutine
def pause(n):
    return (yield n)


async def ticks():
    try:
        yield 1
    finally:
        await pause(2)


class Manager:
    async def __aenter__(self):
        self.ticks = ticks()
        return await anext(self.ticks)

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            await anext(self.ticks)
        else:
            await self.ticks.athrow(error)

    def __del__(self):
        print("manager gone at line", sys._getframe(1).f_lineno)


async def raises():
    try:
        async with Manager():
            raise ValueError
    except BaseException as error:
        print("raises", repr(error))


async def ends():
    try:
        async with Manager():
            pass
    except BaseException as error:
        print("ends", repr(error))


async def throws():
    try:
        generator = ticks()
        await anext(generator)
        await generator.athrow(ValueError)
    except BaseException as error:
        print("throws", repr(error))


async def closes():
    try:
        generator = ticks()
        await anext(generator)
        await generator.aclose()
    except BaseException as error:
        print("closes", repr(error))


for function in [raises, ends, throws, closes]:
    for how in ["drop", "close", "send"]:
        print("--", function.__name__, how)
        coroutine = function()
        coroutine.send(None)
        try:
            if how == "close":
                coroutine.close()
            elif how == "send":
                coroutine.send(None)
        except BaseException as error:
            print("out came", repr(error))
        coroutine = None


class Suppresses:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return True

    def __del__(self):
        print("suppressor gone at line", sys._getframe(1).f_lineno)


def suppressed():
    with Suppresses():
        raise ValueError
    print("behind")
    for _ in range(2):
        with Suppresses():
            [][0]
        print("turn")
    with Suppresses() as named:
        {}["missing"]
    print("named lives")


suppressed()
