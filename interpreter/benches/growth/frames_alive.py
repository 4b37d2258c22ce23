n = 1_000


def waits():
    yield 1
    yield 2


alive = [waits() for _ in range(n)]
for generator in alive:
    next(generator)
for generator in alive:
    generator.close()
