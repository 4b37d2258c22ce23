def outer():
    level = 0

    def middle():
        nonlocal level
        level += 1

        def inner():
            nonlocal level
            level += 10
            return level

        return inner

    first = middle()
    second = middle()
    return first(), second(), level


print(outer())


def accumulate():
    total = 0
    while True:
        def add(n):
            nonlocal total
            total += n
            return total
        yield add


source = accumulate()
a, b = next(source), next(source)
print(a(5), b(6), a(1))
