from contextlib import contextmanager


@contextmanager
def ignoring(*kinds):
    try:
        yield
    except kinds as error:
        print("ignored", repr(error))


with ignoring(KeyError, ValueError):
    {}["k"]
print("goes on")
try:
    with ignoring(KeyError):
        raise TypeError("not this one")
except TypeError as error:
    print("out", error)


@contextmanager
def translating():
    try:
        yield
    except KeyError as error:
        raise ValueError("translated") from error


try:
    with translating():
        {}["k"]
except ValueError as error:
    print(error, repr(error.__cause__))
