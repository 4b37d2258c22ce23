n = 1_000


def ends():
    yield 1


for _ in range(n):
    for _value in ends():
        pass
