"""Which awaitables of an async generator's steps may be used again, and what they say."""

import types


@types.coroutine
def pause(n):
    return (yield n)


async def ticks():
    try:
        await pause(1)
        yield 2
        await pause(3)
        yield 4
    finally:
        print("ends")


def drive(name, step, operations):
    for operation, *arguments in operations:
        try:
            print(name, operation, getattr(step, operation)(*arguments))
        except BaseException as error:
            print(name, operation, repr(error))


SEND = ("send", None)
for name, make in [
    ("asend", lambda generator: generator.asend(None)),
    ("asend 1", lambda generator: generator.asend(1)),
    ("athrow", lambda generator: generator.athrow(KeyError("x"))),
    ("aclose", lambda generator: generator.aclose()),
]:
    for operations in ([SEND] * 4, [("throw", ValueError("v"))] * 2):
        drive(name, make(ticks()), operations)
        begun = ticks()
        drive("", begun.asend(None), [SEND, SEND])
        drive(name, make(begun), operations)
        other = begun.asend(None)
        drive("then", other, [SEND, SEND])
    busy = ticks()
    step = busy.asend(None)
    step.send(None)
    drive(name + " while busy", make(busy), [SEND, SEND])
print(hasattr(ticks(), "send"))
