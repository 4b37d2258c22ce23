import random

source = random.Random(2024)
for draw in (lambda: source.triangular(0, 10, 3), lambda: source.gauss(5, 2), lambda: source.normalvariate(5, 2), lambda: source.expovariate(0.5),
             lambda: source.betavariate(2, 3), lambda: source.gammavariate(2, 1), lambda: source.lognormvariate(0, 1),
             lambda: source.vonmisesvariate(0, 4), lambda: source.paretovariate(3), lambda: source.weibullvariate(1, 2), lambda: source.randbytes(4)):
    print(draw())
for attempt in (lambda: random.choice([]), lambda: random.sample([1], 2), lambda: random.randint(2, 1), lambda: random.randrange(0),
                lambda: random.sample({1, 2}, 1)):
    try:
        attempt()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
