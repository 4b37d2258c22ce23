# Finalizers that are detached, called early, or told not to be called at the end.
import weakref


class A:
    def __init__(self, n):
        self.n = n


class B:
    pass


def say(*a, **k):
    print("finalizer", a, k)


a, b, c = A("a"), B(), B()
f = weakref.finalize(a, say, "a")
g = weakref.finalize(b, say, "b")
g.atexit = False
h = weakref.finalize(c, say, "c", k=1)
print(f.alive, g.alive, h.alive, f.atexit, g.atexit)
print(h.peek()[2:], f.peek()[0] is a)
print(h.detach()[2:], h.alive, h.detach(), h.peek(), h())
i = weakref.finalize(c, say, "again")
print(i(), i(), i.alive)
j = weakref.finalize(c, say, "j")
j.atexit = 0
print(j.atexit)
j.atexit = 1
print(j.atexit)
x = B()
y = weakref.finalize(x, say, "x")
del x
print(y.alive, y.atexit)
y.atexit = False
print(repr(y).partition(" at ")[0], repr(i).partition(" at ")[0])
for args in ((), (1,), (1, print), (b,)):
    try:
        print(type(weakref.finalize(*args)).__name__)
    except TypeError as e:
        print(e)
try:
    weakref.finalize(obj=b, func=print)
except TypeError as e:
    print(e)
z = weakref.finalize(b, say, func="F", obj="O", self="S")
print("end")


class Node:
    def __init__(self, n):
        self.n = n


keep = []
for i in range(3):
    o = Node(i)
    keep.append(o)
    weakref.finalize(o, print, "fin", i)


class Temp:
    def __init__(self):
        self._f = weakref.finalize(self, self.cleanup, "name")

    @staticmethod
    def cleanup(name):
        print("cleanup", name)

    def close(self):
        self._f()

    @property
    def closed(self):
        return not self._f.alive


t = Temp()
print(t.closed)
t.close()
print(t.closed)
u = Temp()


def late():
    print("late")
    v = Node("v")
    weakref.finalize(v, print, "fin v")
    keep.append(v)


weakref.finalize(u, late)
cyc = Node("cyc")
cyc.me = cyc
weakref.finalize(cyc, print, "fin cyc")
del cyc
print("end")
