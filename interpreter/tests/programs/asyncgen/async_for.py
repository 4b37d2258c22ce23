import types


@types.coroutine
def pause(text):
    yield text


async def ticks(n):
    for i in range(n):
        await pause(f"tick {i}")
        yield i


async def main():
    async for i in ticks(3):
        print("main got", i)
    else:
        print("exhausted")
    async for i in ticks(3):
        if i == 1:
            break
    print("broke at", i)
    return "done"


c = main()
try:
    while True:
        print("*", c.send(None))
except StopIteration as stop:
    print(stop.value)
