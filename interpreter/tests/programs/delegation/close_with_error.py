def inner():
    try:
        yield 1
    finally:
        raise ValueError("in inner's finally")


def outer():
    try:
        yield from inner()
    except ValueError as error:
        print("outer caught", error, "context", repr(error.__context__))
        raise


g = outer()
next(g)
try:
    g.close()
except ValueError as error:
    print("out:", error)


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def delegates():
    yield from stubborn()


g = delegates()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
