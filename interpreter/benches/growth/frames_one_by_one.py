n = 1_000


def ends():
    yield 1


for _ in range(n):
    for value in ends():
        pass
