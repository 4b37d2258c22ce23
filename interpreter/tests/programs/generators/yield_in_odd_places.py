def f():
    x = yield
    print("x =", x)
    print(f"in f-string {(yield 'fs')}")
    d = {(yield "key"): (yield "value")}
    print(d)
    y = (yield "a") if (yield "condition") else (yield "b")
    print("y =", y)
    assert (yield "assert")
    z = [1, 2, 3][(yield "index")]
    print("z =", z)
    for n in (yield "iterable"):
        print("n =", n)
    while (yield "while"):
        print("looping")
    lam = lambda: (yield 5)
    print(list(lam()))
    return (yield "last")


g = f()
next(g)
try:
    for value in "X", "FS", "K", "V", True, "A", True, 1, [7, 8], True, False, "END":
        print("out:", g.send(value))
except StopIteration as stop:
    print(stop.value)
