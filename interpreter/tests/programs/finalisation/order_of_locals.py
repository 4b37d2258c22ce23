class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def f():
    b = Loud("b")
    a = Loud("a")
    c = Loud("c")
    print("end of f")


f()


def g(x, y):
    z = Loud("z")
    x = None
    print("end of g")
    return y


g(Loud("x"), Loud("y"))
print("--")
d = {"one": Loud("one"), "two": Loud("two")}
d.pop("one")
d = None
s = [Loud(str(n)) for n in range(3)]
s.pop(1)
s = None
