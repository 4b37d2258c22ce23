def low():
    yield 1
    raise ValueError("from below")


def middle():
    for item in low():
        yield item


def top():
    try:
        for item in middle():
            yield item
    except ValueError as error:
        print("top caught", error)
        yield "recovered"


print(list(top()))


def context():
    try:
        yield
    except KeyError:
        raise TypeError("translated")


g = context()
next(g)
try:
    g.throw(KeyError("k"))
except TypeError as error:
    print(error, repr(error.__context__))


def inside_except():
    try:
        1 / 0
    except ZeroDivisionError:
        yield "in handler"
        try:
            raise
        except ZeroDivisionError as error:
            print("still", error)


g = inside_except()
print(next(g))
try:
    raise KeyError("outside")
except KeyError:
    print(next(g, "end"))
