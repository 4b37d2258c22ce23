class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def g():
    held = Loud("held")
    yield 1
    held = Loud("second")
    yield 2
    print("ending")


a = g()
next(a)
print("suspended")
next(a)
print("suspended again")
next(a, None)
print("exhausted")
b = g()
next(b)
b.close()
print("closed")
c = g()
next(c)
del c
print("dropped")


def argument(x):
    yield x


d = argument(Loud("argument"))
del d
print("end")
