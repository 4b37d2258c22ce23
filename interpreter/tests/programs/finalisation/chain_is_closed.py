def inner(name):
    try:
        yield name
    finally:
        print("inner finally")


def outer():
    try:
        yield from inner("x")
    finally:
        print("outer finally")


g = outer()
next(g)
del g
print("--")


def loop():
    try:
        for x in inner("y"):
            yield x
    finally:
        print("loop finally")


g = loop()
next(g)
del g
print("--")
pipeline = (x for x in loop())
next(pipeline)
pipeline = None
print("end")
