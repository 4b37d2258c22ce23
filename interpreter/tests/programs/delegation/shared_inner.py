def inner():
    for n in range(6):
        yield n


def outer(name, source):
    yield name
    yield from source


source = inner()
a, b = outer("a", source), outer("b", source)
print(next(a), next(b))
print(next(a), next(b), next(a), next(b))
a.close()
print(next(b, "closed by a"))
print(next(source, "source is over"))


def busy():
    yield from me


me = busy()
try:
    next(me)
except ValueError as error:
    print(error)
