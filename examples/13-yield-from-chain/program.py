def letters():
    yield "a"
    yield "b"


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


for item in chain(letters(), [1, 2], "yz"):
    print(item)
