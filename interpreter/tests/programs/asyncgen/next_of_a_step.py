"""next() of what asend() answers, with a default; and anext() with one."""

import types


@types.coroutine
def pause(n):
    return (yield n)


async def numbers():
    got = await pause("paused")
    print("got", got)
    yield 25


class Mark:
    def __del__(self):
        print("mark gone")


steps = numbers()
step = steps.asend(None)
print(next(step, "default"))
print(next(step, "default"))
step = numbers().asend(None)
next(step)
try:
    print(step.send(Mark()))
except StopIteration as stop:
    print("stop", stop.value)
try:
    numbers().athrow(163).send(None)
except TypeError as error:
    print(error)


async def empty():
    await pause("in empty")
    return
    yield


awaitable = anext(empty(), "nothing")
print(type(awaitable).__name__, awaitable.send(None))
try:
    awaitable.send("on")
except StopIteration as stop:
    print(stop.value, repr(stop.__context__))


async def asks():
    return await anext(empty(), 1), await anext(numbers(), 2)


coroutine = asks()
for turn in range(4):
    try:
        print(coroutine.send(turn or None))
    except StopIteration as stop:
        print("returned", stop.value)
        break
coroutine = asks()
print(coroutine.send(None), type(coroutine.cr_await).__name__)
coroutine.close()
