"""Metaprogramming: class decorators, type(), __set_name__, __prepare__, registries, auto repr, signature checks, mixins, generic visitors."""
import functools, inspect, types
def auto_repr(cls):
    names = [p for p in inspect.signature(cls.__init__).parameters if p != "self"]
    cls.__repr__ = lambda self: f"{type(self).__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"
    return cls
def typed(f):
    sig = inspect.signature(f)
    @functools.wraps(f)
    def inner(*a, **k):
        bound = sig.bind(*a, **k); bound.apply_defaults()
        for n, v in bound.arguments.items():
            want = sig.parameters[n].annotation
            if want is not inspect._empty and not isinstance(v, want): raise TypeError(f"{f.__name__}: {n} should be {want.__name__}, not {type(v).__name__}")
        return f(*bound.args, **bound.kwargs)
    return inner
@auto_repr
class P:
    def __init__(self, x, y=2, *, z="q"): self.x, self.y, self.z = x, y, z
@typed
def area(w: int, h: int = 3, *, unit: str = "cm") -> str: return f"{w * h}{unit}"
print(P(1), area(2), area(2, h=5, unit="m"), area.__annotations__, inspect.signature(area))
for args, kw in (((1, "x"), {}), ((), {}), ((1, 2, 3), {}), ((1,), {"color": 1}), ((1,), {"w": 2})):
    try: area(*args, **kw)
    except TypeError as e: print(e)
class Visitor:
    def visit(self, n): return getattr(self, f"visit_{type(n).__name__}", self.generic)(n)
    def generic(self, n): return f"<{n!r}>"
class Sizes(Visitor):
    def visit_list(self, n): return sum(self.visit(x) for x in n)
    def visit_int(self, n): return n
    visit_bool = lambda self, n: 100
    def generic(self, n): return len(n)
print(Sizes().visit([1, [2, True], "four", (1, 2)]))
def method(self, k=1): return self.base * k
Dyn = type("Dyn", (), {"base": 7, "m": method, "__doc__": "made", "__slots__": ("s",)}); d = Dyn(); print(d.m(3), Dyn.__doc__, Dyn.__name__, Dyn.__module__, Dyn.__bases__)
d.s = 1; print(types.new_class("N", (Dyn,), {}, lambda ns: ns.update(z=1)).z, types.SimpleNamespace(a=1, b=[2]), types.MethodType(lambda s: s, 5)(), types.MappingProxyType({"a": 1}))
class Reg(type):
    reg = {}
    def __new__(m, n, b, ns, *, key=None, **k): c = super().__new__(m, n, b, ns, **k); m.reg[key or n] = c; return c
    def __init__(c, n, b, ns, **k): super().__init__(n, b, ns)
    @property
    def names(cls): return sorted(cls.reg)
    def __or__(cls, o): return f"{cls.__name__}|{o.__name__}"
    def __call__(cls, *a, **k): o = super().__call__(*a, **k); o.born = True; return o
class Base(metaclass=Reg): pass
class Sub(Base, key="special"): pass
print(Reg.reg.keys(), Base.names, Base | Sub, Sub().born, type(Sub), isinstance(Sub, Reg))
try: Sub().names
except AttributeError as e: print(e)
class JsonMixin:
    def to(self): return {k: v.to() if isinstance(v, JsonMixin) else v for k, v in vars(self).items() if not k.startswith("_")}
class EqMixin:
    def __eq__(self, o): return type(self) is type(o) and vars(self) == vars(o)
class Both(JsonMixin, EqMixin):
    def __init__(self, **k): vars(self).update(k)
b = Both(a=1, _h=2, c=Both(d=3)); print(b.to(), b == Both(a=1, _h=2, c=Both(d=3)), Both.__mro__[1].__name__, Both.__hash__)
class Order(dict):
    def __setitem__(self, k, v):
        if k in self and not k.startswith("__"): raise TypeError(f"{k} defined twice")
        super().__setitem__(k, v)
class NoDup(type):
    @classmethod
    def __prepare__(m, n, b): return Order()
try:
    class X(metaclass=NoDup):
        def a(self): pass
        def a(self): pass
except TypeError as e: print(e)
print(inspect.getmembers(Both, inspect.isfunction)[:2][0][0], inspect.getdoc(Visitor), inspect.isclass(P), [*inspect.signature(lambda a, /, b, *c, d=1, **e: 0).parameters.values()], inspect.getsource(method).strip(), inspect.getfile is not None, callable(P), [m for m in vars(Sizes) if not m.startswith("_")])
for k in inspect.signature(lambda a, /, b, *c, d=1, **e: 0).parameters.values(): print(k.name, k.kind.description, k.default is k.empty, end="; ")
print(getattr(b, "zz", "none"), hasattr(b, "a"), b.__class__.__dict__.keys() >= {"__init__"}, object.__getattribute__(b, "a"), Both.__subclasses__(), JsonMixin.__subclasses__())
class A: pass
class B: pass
try: type("Bad", (A, object, B), {})
except TypeError as e: print(e)
class Cm(A, B, metaclass=type): f = staticmethod(len); g = classmethod(lambda c, x: (c.__name__, x)); h = functools.partialmethod(method, k=2); base = 4
print(Cm.f("abc"), Cm().g(1), Cm().h(), Cm.__dict__["g"].__func__(int, 2), vars(Cm)["f"].__wrapped__ is len)
del A.missing
