def generator():
    yield 1


async def coroutine():
    return 1


def report(action):
    try:
        print(action())
    except TypeError as error:
        print("TypeError:", error)


async def await_generator():
    return await generator()


g = generator()
c = coroutine()
print(type(g).__name__, "and", type(c).__name__)

report(lambda: next(g))
report(lambda: next(c))
report(lambda: list(c))
report(lambda: await_generator().send(None))

try:
    c.send(None)
except StopIteration as stop:
    print("the coroutine returned", stop.value)
