class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, *rest):
        print("exit", self.name, kind and kind.__name__)


def g():
    with Manager("outer"):
        yield 1
        with Manager("inner"):
            yield 2
        yield 3


a = g()
next(a)
next(a)
del a
print("--")
print(list(g()))
b = g()
next(b)
try:
    b.throw(ValueError)
except ValueError:
    print("out")
