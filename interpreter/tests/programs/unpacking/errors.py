def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)


def too_few():
    a, b, c = 1, 2


def too_many():
    a, b = 1, 2, 3


def not_iterable():
    a, b = 5


def too_few_starred():
    a, *b, c = [1]


def too_many_from_iterator():
    a, b = iter(range(5))


def from_none():
    a, b = None


def in_loop():
    for a, b in [(1, 2), (3,)]:
        print(a, b)


for action in too_few, too_many, not_iterable, too_few_starred, too_many_from_iterator, from_none, in_loop:
    attempt(action)
