def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


async def echo():
    received = None
    while True:
        received = yield received
        print("received", received)


g = echo()
print(run(g.asend(None)))
print(run(g.asend("a")))
print(run(g.__anext__()))
print(run(g.asend("b")))
print(run(g.aclose()))
try:
    run(g.asend("c"))
except StopAsyncIteration:
    print("closed")
h = echo()
try:
    run(h.asend("too early"))
except TypeError as error:
    print(error)
