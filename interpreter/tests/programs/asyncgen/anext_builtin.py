def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


async def two():
    yield "a"
    yield "b"


async def main():
    g = aiter(two())
    print(await anext(g))
    print(await anext(g, "default"))
    print(await anext(g, "default"))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("over")
    try:
        aiter([1])
    except TypeError as error:
        print(error)
    try:
        anext(5)
    except TypeError as error:
        print(error)


run(main())
