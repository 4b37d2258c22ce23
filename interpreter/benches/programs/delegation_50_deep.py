def leaf(n):
    for i in range(n):
        yield i


def wrap(inner):
    result = yield from inner
    return result


def drive(n):
    chain = leaf(n)
    for _ in range(50):
        chain = wrap(chain)
    total = 0
    for value in chain:
        total += value
    return total


print(drive(600_000))
