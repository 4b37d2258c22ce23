import types


@types.coroutine
def suspend(value):
    return (yield value)


async def level3(n):
    return await suspend(n) + 1


async def level2(n):
    first = await level3(n)
    second = await level3(n * 10)
    return first, second


async def level1():
    try:
        return await level2(1)
    finally:
        print("level1 done")


c = level1()
print(c.send(None))
print(c.cr_await.__name__, c.cr_await.cr_await.__name__)
print(c.send(100))
try:
    c.send(200)
except StopIteration as stop:
    print(stop.value)
