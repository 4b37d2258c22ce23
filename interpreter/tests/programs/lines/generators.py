def one_line(): yield 1; yield 2


def over_lines():
    x = yield (
        1
    )
    y = (
        yield
        2
    ) if False else (yield 3)
    for n in (4,
              5):
        yield n
    return (
        "value"
    )


def loop():
    n = 0
    while n < 2:
        yield n
        n += 1


def delegating():
    yield from one_line()
    x = yield from (
        over_lines()
    )
    print(x)


def infinite():
    while True:
        yield


print(list(one_line()), list(over_lines()), list(loop()))
for x in delegating():
    print(x)
g = infinite()
next(g)
next(g)
g.close()
def empty():
    return
    yield
print(list(empty()))
