"""What is thrown through a frame that handles an exception loses the entries of its traceback that came before, unless it was caught there."""

import traceback
import types


class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def plain():
    mark = Mark("plain")
    yield 1


def passing():
    mark = Mark("passing")
    yield from plain()


def with_finally():
    mark = Mark("with_finally")
    try:
        yield 1
    finally:
        print("finally")


def with_handler():
    mark = Mark("with_handler")
    try:
        yield 1
    except OSError:
        raise LookupError("instead")


def failing_call():
    mark = Mark("failing_call")
    try:
        yield 1
    except OSError:
        raise_it()


def raise_it():
    mark = Mark("raise_it")
    raise LookupError("in a call")


class Thrower:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *details):
        mark = Mark("Thrower.throw")
        raise LookupError("by a method")

    def close(self):
        mark = Mark("Thrower.close")
        raise LookupError("by a method, closing")


def handling(inner):
    try:
        1 / 0
    except ZeroDivisionError:
        yield from inner


def not_handling(inner):
    yield from inner


@types.coroutine
def pause():
    yield "paused"


async def ticks():
    try:
        yield 1
    finally:
        await pause()


def told(function):
    try:
        print("gives", function())
    except BaseException as error:
        print(*[entry.name for entry in traceback.extract_tb(error.__traceback__)], "|", repr(error), "|", repr(error.__context__))


for outer in not_handling, handling:
    for inner in plain, passing, with_finally, with_handler, failing_call, Thrower:
        print(outer.__name__, inner.__name__)
        generator = outer(inner())
        next(generator)
        told(lambda: generator.throw(OSError("thrown")))

print("one that was raised before")
try:
    raise_it()
except LookupError as error:
    known = error
generator = handling(passing())
next(generator)
told(lambda: generator.throw(known))
generator = handling(passing())
next(generator)
told(lambda: generator.throw(known.with_traceback(None)))

print("two that handle")
generator = handling(handling(passing()))
next(generator)
told(lambda: generator.throw(OSError("thrown")))

print("closed")
generator = handling(Thrower())
next(generator)
told(generator.close)

print("an async generator")
generator = ticks()
step = generator.__anext__()
told(lambda: step.send(None))
step = generator.asend(None)
told(lambda: step.throw(OSError("first")))
told(lambda: step.throw(OSError("second")))
