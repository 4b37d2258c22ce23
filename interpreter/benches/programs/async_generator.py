async def ticks(n):
    for i in range(n):
        yield i


async def total(n):
    result = 0
    async for i in ticks(n):
        result += i
    return result


coroutine = total(5_000_000)
try:
    coroutine.send(None)
except StopIteration as stop:
    print(stop.value)
