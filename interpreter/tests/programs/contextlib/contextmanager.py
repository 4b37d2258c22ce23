from contextlib import contextmanager


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b") as b:
    print(a, b)

try:
    with tag("c"):
        raise ValueError("inside")
except ValueError as error:
    print("out", error)


@tag("decorator")
def f():
    print("decorated")


f()
f()
print(tag.__name__, type(tag("x")).__name__)
