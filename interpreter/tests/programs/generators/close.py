def cleaner(name):
    print(name, "open")
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    finally:
        print(name, "closed")


a = cleaner("a")
next(a)
print(a.close())
print(a.close())
try:
    next(a)
except StopIteration:
    print("a is over")

b = cleaner("b")
b.close()
print(list(b))

c = cleaner("c")
print(list(c))
c.close()


def returns():
    try:
        yield
    except GeneratorExit:
        return "value"


d = returns()
next(d)
print(d.close())


def raises():
    try:
        yield
    finally:
        raise ValueError("while closing")


e = raises()
next(e)
try:
    e.close()
except ValueError as error:
    print(error, repr(error.__context__))
