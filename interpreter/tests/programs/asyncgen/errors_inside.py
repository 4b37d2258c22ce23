def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


async def fails():
    yield 1
    raise ValueError("inside")


g = fails()
print(run(g.__anext__()))
try:
    run(g.__anext__())
except ValueError as error:
    print(error)
try:
    run(g.__anext__())
except StopAsyncIteration:
    print("over")


async def stops(error):
    yield 1
    raise error


for error in StopIteration("s"), StopAsyncIteration("a"):
    g = stops(error)
    run(g.__anext__())
    try:
        run(g.__anext__())
    except RuntimeError as raised:
        print(raised, repr(raised.__cause__))


async def consumer():
    try:
        async for x in fails():
            print("x", x)
    except ValueError as error:
        print("consumer caught", error)


run(consumer())
