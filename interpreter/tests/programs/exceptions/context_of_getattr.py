class A:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): raise KeyError(n)
class B:
    def __getattribute__(self, n): raise AttributeError('gattr ' + n)
    def __getattr__(self, n): raise ValueError(n)
class C:
    def __getattr__(self, n): raise OSError(n)
class D:
    __slots__ = ('s',)
    def __getattr__(self, n): raise OSError(n)
class Desc:
    def __get__(s, o, c): raise AttributeError('desc')
    def __set__(s, o, v): pass
class E:
    d = Desc()
    def __getattr__(self, n): raise OSError(n)
class F:
    @property
    def p(self):
        try: 1/0
        except ZeroDivisionError: raise AttributeError('x')
    def __getattr__(self, n): return n
class Nd:
    def __get__(s, o, c): raise AttributeError('nd')
class G:
    d = Nd()
    def __getattr__(self, n): raise OSError(n)
class M(type):
    def __getattr__(c, n): raise LookupError(n)
class H(metaclass=M): pass
def ctx(f):
    try: f()
    except Exception as e:
        while e: print(type(e).__name__, e, end=' <- '); e = e.__context__
        print()
    else: print('none')
for f in (lambda: A().p, lambda: B().q, lambda: C().r, lambda: D().s, lambda: E().d, lambda: F().p, lambda: G().d, lambda: H.zz, lambda: getattr(A(), 'p', 1), lambda: hasattr(A(), 'p'), lambda: A.p, lambda: super(A, A()).p): ctx(f)
try: 1/0
except ZeroDivisionError:
    for f in (lambda: A().p, lambda: B().q, lambda: C().r, lambda: D().s): ctx(f)
import types
m = types.ModuleType('m')
def ga(n): raise KeyError(n)
m.__getattr__ = ga
ctx(lambda: m.x)
A().p
