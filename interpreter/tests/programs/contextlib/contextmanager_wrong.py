from contextlib import contextmanager


@contextmanager
def never_yields():
    return
    yield


@contextmanager
def yields_twice():
    yield 1
    yield 2


@contextmanager
def fails_before():
    raise ValueError("before")
    yield


for manager in never_yields, yields_twice, fails_before:
    try:
        with manager() as value:
            print("inside", value)
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    with yields_twice():
        raise KeyError("k")
except KeyError as error:
    print("KeyError", error)


@contextmanager
def stops():
    yield
    

try:
    with stops():
        raise StopIteration("mine")
except StopIteration as error:
    print("StopIteration", error)
