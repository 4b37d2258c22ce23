import types


@types.coroutine
def pause():
    yield "pause"


class Ticker:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter")
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await pause()
        return self.n


async def main():
    async for n in Ticker(3):
        if n == 1:
            continue
        print("n", n)
    else:
        print("else")
    async for n in Ticker(2):
        break
    else:
        print("not printed")
    return [n async for n in Ticker(2)], {n: n * n async for n in Ticker(3) if n}


c = main()
try:
    while True:
        print(c.send(None))
except StopIteration as stop:
    print(stop.value)
