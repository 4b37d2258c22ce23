async def numbers(n):
    for i in range(n):
        yield i


async def double(x):
    return x * 2


async def main():
    print([x async for x in numbers(3)])
    print({x % 2 async for x in numbers(4)})
    print({x: x * x async for x in numbers(3) if x})
    print([await double(x) for x in range(3)])
    print([await double(x) async for x in numbers(3) if x != 1])
    print([(x, y) for x in range(2) async for y in numbers(2)])
    g = (x * 10 async for x in numbers(2))
    print(type(g).__name__)
    async for value in g:
        print(value)
    nested = [[y async for y in numbers(x)] for x in range(3)]
    print(nested)


try:
    main().send(None)
except StopIteration:
    print("end")
