def one(i):
    yield i
    yield i + 1


def drive(n):
    total = 0
    for i in range(n):
        generator = one(i)
        total += next(generator)
    return total


print(drive(3_000_000))
