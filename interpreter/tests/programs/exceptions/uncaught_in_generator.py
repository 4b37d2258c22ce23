def numbers():
    yield 1
    yield 1 // 0


def total(source):
    return sum(n for n in source)


print(total(numbers()))
