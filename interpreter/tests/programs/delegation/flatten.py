def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, 4], []], [[[5]]]])))


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


print(list(chain("ab", [1], flatten([[2]]))))


def lines():
    yield from ["a=1", "# comment", "b=2"]


def pairs(source):
    yield from (line.split("=") for line in source if "=" in line)


print(dict(pairs(lines())))
