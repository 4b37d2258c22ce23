import asyncio
print("start")
x = await asyncio.sleep(1, "hello")
print(x)

async def ticker(n):
    for i in range(n):
        yield i
        await asyncio.sleep(0.1)

async for i in ticker(3):
    print("tick", i)

class CM:
    async def __aenter__(self):
        print("enter")
        return self
    async def __aexit__(self, *exc):
        print("exit", exc[0])

async with CM() as cm:
    squares = [i * i async for i in ticker(3)]
print(squares)
print([await asyncio.sleep(0, j) for j in range(3)])
g = (k async for k in ticker(2))
print([k async for k in g])
print(asyncio.current_task().get_name())
def f():
    return squares
print(f(), globals()['squares'] is squares)
task = asyncio.create_task(asyncio.sleep(5))
try:
    async with asyncio.timeout(1):
        await task
except TimeoutError as e:
    print(repr(e))
1/0
