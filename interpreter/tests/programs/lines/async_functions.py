class M:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        return False


async def numbers(n):
    for i in range(n):
        yield i


async def value(x): return x


async def main():
    async with M() as m:
        print("inside")
    async with M(), \
            M():
        pass
    async with (
        M() as a,
        M() as b,
    ):
        pass
    async for n in numbers(2):
        print(n)
    else:
        print("else")
    async for n in numbers(3):
        if n == 1:
            break
    x = await value(
        1
    )
    y = (
        await value(1)
        + await value(2)
    )
    z = [n async for n in numbers(2)]
    w = [
        await value(n)
        for n in range(2)
    ]
    v = [
        n
        async for n in numbers(3)
        if n
    ]
    try:
        await value(1)
    finally:
        print("finally")
    return (x,
            y,
            z, w, v)


try:
    main().send(None)
except StopIteration as stop:
    print(stop.value)
