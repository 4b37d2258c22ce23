import types


def run(awaitable):
    try:
        while True:
            print("*", awaitable.send(None))
    except StopIteration as stop:
        return stop.value


@types.coroutine
def pause(text):
    yield text


async def resource():
    await pause("opening")
    try:
        yield "resource"
        yield "never"
    finally:
        await pause("closing")
        print("closed")


g = resource()
print(run(g.__anext__()))
print(run(g.aclose()))
print(run(g.aclose()))
g = resource()
print(run(g.aclose()))


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


g = stubborn()
run(g.__anext__())
try:
    run(g.aclose())
except RuntimeError as error:
    print(error)
