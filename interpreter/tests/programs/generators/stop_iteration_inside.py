def raises_stop():
    yield 1
    raise StopIteration("by hand")


g = raises_stop()
print(next(g))
try:
    next(g)
except RuntimeError as error:
    print(error, "because of", repr(error.__cause__), repr(error.__context__))


def exhausted_inside():
    it = iter([])
    yield next(it)


try:
    list(exhausted_inside())
except RuntimeError as error:
    print(error)


def caught_inside():
    it = iter([1])
    while True:
        try:
            yield next(it)
        except StopIteration:
            print("caught inside")
            return


print(list(caught_inside()))


def thrown():
    yield 1
    yield 2


g = thrown()
next(g)
try:
    g.throw(StopIteration("thrown"))
except RuntimeError as error:
    print(error)
