def g():
    try:
        yield 1
        yield 2
    except ValueError:
        yield "handled"
    except KeyError as error:
        yield "key"
    else:
        yield "else"
    finally:
        yield "finally"
    yield "after"


print(list(g()))
for error in ValueError, KeyError, TypeError:
    a = g()
    next(a)
    try:
        print(a.throw(error))
        print(list(a))
    except TypeError:
        print("out")


def with_return():
    try:
        x = yield 1
        if x:
            return "early"
    finally:
        print("cleaning")
    return "late"


for value in True, False:
    a = with_return()
    next(a)
    try:
        a.send(value)
    except StopIteration as stop:
        print(stop.value)
a = with_return()
next(a)
a.close()
