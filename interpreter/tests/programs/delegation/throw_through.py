def inner():
    while True:
        try:
            yield "inner waits"
        except ValueError as error:
            print("inner handled", error)


def outer():
    try:
        yield from inner()
    except TypeError as error:
        print("outer handled", error)
        yield "outer recovered"


g = outer()
print(next(g))
print(g.throw(ValueError("v")))
print(g.throw(TypeError("t")))
print(next(g, "over"))


def ends_inside():
    try:
        yield 1
    except KeyError:
        return "inner result"


def delegates():
    print("result", (yield from ends_inside()))
    yield "after"


g = delegates()
next(g)
print(g.throw(KeyError("k")))
