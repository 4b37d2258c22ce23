def leaf():
    while True:
        yield 1


generators = [leaf() for _ in range(20_000)]
while True:
    for generator in generators:
        next(generator)
