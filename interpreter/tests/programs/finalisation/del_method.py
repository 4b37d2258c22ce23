class Loud:
    def __init__(self, name):
        self.name = name
        print("made", name)

    def __del__(self):
        print("gone", self.name)


a = Loud("a")
b = a
del a
print("one reference left")
del b
x = Loud("x")
x = Loud("y")
[Loud("in list"), Loud("second")]
print("after the list")
Loud("temporary")


def f(argument):
    local = Loud("local")
    print("in f")


f(Loud("argument"))
holder = {"k": Loud("value")}
holder["k"] = None
print("replaced")
t = (Loud("t1"), Loud("t2"))
del t
outer = Loud("outer")
outer.inner = Loud("inner")
del outer
print("end of the module")
