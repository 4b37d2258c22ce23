def run(awaitable):
    try:
        while True:
            awaitable.send(None)
    except StopIteration as stop:
        return stop.value


async def guarded():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            print("handled", error)
        finally:
            print("finally")


g = guarded()
print(run(g.__anext__()))
print(run(g.athrow(ValueError("v"))))
try:
    run(g.athrow(KeyError("k")))
except KeyError as error:
    print("out", error)
try:
    run(g.__anext__())
except StopAsyncIteration:
    print("over")


async def fresh():
    yield 1


g = fresh()
try:
    run(g.athrow(ValueError("before it began")))
except ValueError as error:
    print(error)
