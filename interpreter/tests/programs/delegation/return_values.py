def inner(n):
    yield n
    return n * 10


def outer():
    a = yield from inner(1)
    b = yield from inner(2)
    nothing = yield from [3]
    print("a", a, "b", b, "nothing", nothing)
    total = (yield from inner(4)) + (yield from inner(5))
    return total


g = outer()
try:
    while True:
        print(next(g))
except StopIteration as stop:
    print("total", stop.value)
