def one(x):
    got = yield x
    return got


def f():
    print("argument", (yield from one("a")))
    x = [(yield from one("b")), (yield from one("c"))]
    if (yield from one("condition")):
        x.append("yes")
    for n in (yield from one("iterable")):
        x.append(n)
    x += yield from one("augmented")
    return (yield from one("return")), x


g = f()
print(next(g))
try:
    for value in "A", "B", "C", True, [1, 2], [3], "R":
        print(g.send(value))
except StopIteration as stop:
    print(stop.value)
