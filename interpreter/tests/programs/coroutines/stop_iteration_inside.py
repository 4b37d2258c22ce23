async def raises():
    raise StopIteration("x")


try:
    raises().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def nested():
    try:
        await raises()
    except RuntimeError as error:
        print("nested saw", error)
    return "fine"


try:
    nested().send(None)
except StopIteration as stop:
    print(stop.value)


async def raises_async():
    raise StopAsyncIteration("y")


try:
    raises_async().send(None)
except (RuntimeError, StopAsyncIteration) as error:
    print(type(error).__name__, error)
