def inner():
    try:
        yield 1
    except GeneratorExit:
        print("inner swallows and returns")
        return "value"


def outer():
    result = yield from inner()
    print("never printed", result)


g = outer()
next(g)
print(g.close())

g = outer()
next(g)
try:
    g.throw(GeneratorExit("thrown"))
except GeneratorExit as error:
    print("out", repr(error))


def catching():
    try:
        yield from inner()
    except GeneratorExit:
        print("outer swallows too")


g = catching()
next(g)
g.close()
