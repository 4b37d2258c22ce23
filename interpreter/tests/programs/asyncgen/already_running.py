import types


@types.coroutine
def pause():
    yield


async def slow():
    await pause()
    yield 1


g = slow()
first, second = g.__anext__(), g.__anext__()
first.send(None)
try:
    second.send(None)
except RuntimeError as error:
    print(error)
try:
    g.aclose().send(None)
except RuntimeError as error:
    print(error)
try:
    first.send(None)
except StopIteration as stop:
    print("value", stop.value)
try:
    first.send(None)
except RuntimeError as error:
    print(error)
step = g.__anext__()
step.close()
try:
    step.send(None)
except RuntimeError as error:
    print(error)
