"""Singletons, borgs, factories, flyweights, proxies: patterns with __new__, __getattr__ and metaclasses."""
class Singleton(type):
    _made = {}
    def __call__(cls, *a, **k):
        if cls not in cls._made: cls._made[cls] = super().__call__(*a, **k)
        return cls._made[cls]
class Config(metaclass=Singleton):
    def __init__(self, path="default"): print("init", path); self.path = path
class Borg:
    _state = {}
    def __new__(cls, *a, **k):
        self = super().__new__(cls); self.__dict__ = cls._state; return self
class Card:
    _pool = {}
    def __new__(cls, s):
        if s not in cls._pool: o = cls._pool[s] = object.__new__(cls); o.s = s
        return cls._pool[s]
    def __init__(self, s): print("card", s)
class Logged:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, n): print("get", n); return getattr(self._t, n)
    def __setattr__(self, n, v): print("set", n, v); setattr(self._t, n, v)
    def __delattr__(self, n): print("del", n); delattr(self._t, n)
    def __getattribute__(self, n):
        if n == "secret": return "hidden!"
        return super().__getattribute__(n)
class Shape:
    kinds = {}
    def __init_subclass__(cls, **k): super().__init_subclass__(**k); cls.kinds[cls.__name__] = cls
    def __new__(cls, kind=None, *a): return super().__new__(cls.kinds.get(kind, cls))
class Circle(Shape):
    def __init__(self, *a): self.a = a
class Temp(float):
    def __new__(cls, v, unit="C"): self = super().__new__(cls, v); self.unit = unit; return self
    def __repr__(self): return f"{super().__repr__()}°{self.unit}"
    def __add__(self, o): return Temp(super().__add__(o), self.unit)
class Upper(str):
    def __new__(cls, s): return super().__new__(cls, s.upper())
class Args(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
class Dyn:
    def __getattr__(self, n):
        if n.startswith("x_"): return lambda *a: (n[2:], a)
        raise AttributeError(f"{type(self).__name__} has no {n}", name=n, obj=self)
print(Config("a") is Config("b"), Config().path, Singleton._made)
a, b = Borg(), Borg(); a.x = 1; print(b.x, a is b)
print(Card("k") is Card("k"))
l = Logged(b); l.y = 5; print(l.y, l.x, l.secret, b.secret if hasattr(b, "secret") else "none"); del l.y
try: l.y
except AttributeError as e: print(e)
print(type(Shape("Circle", 1)).__name__, Shape("Circle").__class__, Shape().__dict__)
t = Temp(20.5); print(t + 1, t * 2, t.unit, Temp(1, "K"), t == 20.5, repr(t), str(t), f"{t:.3f}")
print(Upper("abc"), type(Upper("a") + "b"), Args(1, 2), Args(1)[0:1], Dyn().x_foo(1), hasattr(Dyn(), "nope"))
class Prop:
    @property
    def a(self): return self.missing
    def __getattr__(self, n): return f"fallback {n}"
print(Prop().a, Prop().b)
Borg.z = 3; print(a.z, type(a).z, vars(a)); a.__class__ = Dyn; print(a.x_q())
class NoSet:
    __slots__ = ("only",)
n = NoSet(); n.only = 1
try: n.other = 2
except AttributeError as e: print(e)
try: print(NoSet().only)
except AttributeError as e: print(e)
Dyn().other
