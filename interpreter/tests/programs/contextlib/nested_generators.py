from contextlib import contextmanager


@contextmanager
def outer():
    print("outer in")
    with inner() as value:
        yield value
    print("outer out")


@contextmanager
def inner():
    print("inner in")
    yield "value"
    print("inner out")


def f():
    with outer() as value:
        return value


print(f())
with outer() as a:
    with inner() as b:
        print(a, b)
m = outer()
print(m.__enter__())
print(m.__exit__(None, None, None))
