import types


def plain():
    got = yield 1
    return got


marked = types.coroutine(plain)


async def main():
    return await marked()


c = main()
print(c.send(None))
try:
    c.send("sent")
except StopIteration as stop:
    print(stop.value)

g = marked()
print(type(g).__name__, next(g))
print(list(marked()))


@types.coroutine
def delegates():
    result = yield from main()
    return "delegated " + result


try:
    d = delegates()
    print(d.send(None))
    d.send("through")
except StopIteration as stop:
    print(stop.value)


@types.coroutine
def returns_coroutine():
    return main()


print(type(returns_coroutine()).__name__)
returns_coroutine().close()
