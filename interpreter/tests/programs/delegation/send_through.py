def inner():
    received = yield "ready"
    while received != "stop":
        received = yield f"echo {received}"
    return "inner done"


def outer():
    result = yield from inner()
    print("result:", result)
    last = yield "outer's own"
    print("last:", last)


g = outer()
print(next(g))
print(g.send("a"))
print(g.send("b"))
print(g.send("stop"))
print(next(g, "over"))
