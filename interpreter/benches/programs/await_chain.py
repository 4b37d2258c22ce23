class Pause:
    def __await__(self):
        yield


async def leaf(i):
    await Pause()
    return i


async def chain(depth, i):
    if depth == 0:
        return await leaf(i)
    return await chain(depth - 1, i)


def run(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


total = 0
for i in range(200_000):
    total += run(chain(10, i))
print(total)
