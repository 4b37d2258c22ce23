"""A `finally` body that raises is left by way of its last line, and goes back to the line that raised."""


def fails(n):
    try:
        pass
    finally:
        if n:
            int("x")
        done = n


def raises(n):
    try:
        raise KeyError(n)
    finally:
        if n:
            int("x")
        done = n


def sleeps(n):
    try:
        yield n
    finally:
        int("x")
        after = yield n


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return False


def unmatched(n):
    with Manager():
        try:
            int("x")
        except KeyError:
            pass
        print(n)


for function in (fails, raises, unmatched):
    for n in (0, 1):
        try:
            function(n)
        except (ValueError, KeyError) as error:
            print(function.__name__, n, repr(error))
generator = sleeps(1)
next(generator)
try:
    next(generator)
except ValueError as error:
    print(error)
