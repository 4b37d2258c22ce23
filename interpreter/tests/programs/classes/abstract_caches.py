# What an abstract base class has found out about another class is kept, until a class is registered.
from abc import ABC, ABCMeta, get_cache_token
class H(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        print('hook', cls.__name__, C.__name__)
        return C is int
print(isinstance(5, H), isinstance(6, H), isinstance('a', H), issubclass(str, H))
class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, C): return 5
for _ in range(2):
    try: print(issubclass(int, Bad))
    except AssertionError as e: print(e)
class N(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        print('asked', C.__name__)
        return NotImplemented
class A: pass
class B(N): pass
print(issubclass(A, N), issubclass(A, N), issubclass(B, N), issubclass(B, N))
before = get_cache_token()
B.register(A)
print(get_cache_token() - before)
print(issubclass(A, N), issubclass(A, N), isinstance(A(), B))
class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Sized:
            return any('size' in b.__dict__ for b in C.__mro__)
        return NotImplemented
class X: pass
print(isinstance(X(), Sized)); X.size = 1; print(isinstance(X(), Sized))
class Y: size = 1
print(isinstance(Y(), Sized)); del Y.size; print(isinstance(Y(), Sized))
@N.register
class Z: pass
print(isinstance(X(), Sized), isinstance(Z(), N))
class M(ABCMeta):
    def __instancecheck__(cls, i):
        print('instancecheck', type(i).__name__); return super().__instancecheck__(i)
class P(metaclass=M): pass
print(isinstance(1, P), isinstance(P(), P))
class Fake:
    @property
    def __class__(self): return B
print(isinstance(Fake(), N), isinstance(Fake(), B))
import collections.abc as c
for t in (list, dict, set, str, bytes, range, tuple, frozenset, X, type(iter([])), type(x for x in ())):
    print(t.__name__, [n for n in ('Sequence','Mapping','Set','Iterable','Iterator','Generator','Hashable','Container','MutableSequence') if issubclass(t, getattr(c, n))])
