def g(name):
    try:
        yield name
    finally:
        print("finally", name)


a = g("a")
next(a)
del a
print("after del")
b = g("b")
next(b)
b = None
print("after rebinding")
next(g("c"))
print("after a temporary")
d = [g("d")]
next(d[0])
d.clear()
print("after clearing a list")


def f():
    e = g("e")
    next(e)
    print("leaving")


f()
print("after the function")
h = g("h")
print("never began")
del h
print("end")
