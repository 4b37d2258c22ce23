def leaf():
    while True:
        yield 1


def through(generator):
    yield from generator


generator = leaf()
for _ in range(900):
    generator = through(generator)
while True:
    next(generator)
