async def simple():
    print("running")
    return 5


c = simple()
print(type(c).__name__)
try:
    c.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)


class Pause:
    def __await__(self):
        got = yield "paused"
        return got


async def waits():
    x = await Pause()
    y = await Pause()
    return x, y


c = waits()
print(c.send(None), c.send(1))
try:
    c.send(2)
except StopIteration as stop:
    print(stop.value)
