"""Scopes, closures, defaults, late binding, del, nested classes, comprehension scopes, walrus leaks."""
x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        class C:
            y = x
            x = "class"
            z = [x for _ in "a"]
            w = (lambda: x)()
        return C.y, C.x, C.z, C.w
    r = inner()
    return r, x
print(outer())
class K:
    x = 5
    l = [i for i in range(x)]
    try: m = [x for i in range(1)]
    except NameError as e: m = e
    def f(self): return x
print(K.l, K.m, K().f())
def f(a=[], b={}, *, c=lambda: a_global): a.append(1); return a, b, c
f(); print(f()[:2], f.__defaults__)
try: f()[2]()
except NameError as e: print(e)
def g():
    try: print(local)
    except UnboundLocalError as e: print(e)
    local = 1
    del local
    try: local
    except UnboundLocalError as e: print(e)
    def h(): return later
    try: h()
    except NameError as e: print(e)
    later = 2
    return h()
print(g())
if any((hit := n) > 3 for n in [1, 5, 9]): print("hit", hit)
print([y := 1, y ** 2], y, [last := i for i in range(3)][-1], last)
def counter():
    n = 0
    while True:
        step = yield n
        n += step or 1
c = counter(); next(c); print(c.send(5), next(c), c.gi_frame.f_locals)
fs = []
for i in range(3):
    def fn(j=i): return i, j
    fs.append(fn)
print([fn() for fn in fs], fs[0].__closure__, (lambda: x).__closure__)
def mk():
    v = 1
    def get(): return v
    def put(n): nonlocal v; v = n
    def rm(): nonlocal v; del v
    return get, put, rm
get, put, rm = mk(); put(7); print(get(), get.__closure__[0].cell_contents, get.__closure__ == put.__closure__); rm()
try: get()
except NameError as e: print(e)
def dec(cls): cls.tag = "tagged"; return cls
@dec
class D:
    class Inner:
        def who(self): return __class__.__qualname__
    def lam(self): return (lambda: self.__class__.__name__)()
print(D.tag, D.Inner().who(), D().lam(), D.Inner.__qualname__, (lambda: 0).__qualname__, outer.__code__.co_cellvars, mk()[0].__code__.co_freevars, mk()[0].__qualname__)
e = "outer e"
try: raise ValueError("v")
except ValueError as e: pass
try: print(e)
except NameError as err: print(err)
del x
try: print(x)
except NameError as err: print(err)
print(globals()["y"], "x" in globals(), __name__, __file__.endswith(".py"))
for i in []: pass
else: print("i still", i)
def late(): return undefined_thing
late()
