import weakref, gc
class C:
    def __init__(self, n): self.n = n
    def __repr__(self): return f'C({self.n})'
    def __eq__(self, o): return isinstance(o, C) and o.n == self.n
    def __hash__(self): return hash(self.n)
    def m(self): return self.n
class KeyedRef(weakref.ref):
    __slots__ = ('key',)
    def __new__(cls, ob, callback, key):
        self = super().__new__(cls, ob, callback)
        self.key = key
        return self
    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)
def gone(r): print('gone', type(r).__name__, r.key, r())
a = C(1)
r = KeyedRef(a, gone, 'k')
print(r() is a, r.key, isinstance(r, weakref.ref), type(r), r.__callback__ is gone)
print(weakref.getweakrefs(a) == [r], weakref.getweakrefcount(a), weakref.getweakrefs(a)[0] is r)
print(repr(r).split(' at ')[0], hash(r) == hash(a), r == weakref.ref(a), {r: 1}[weakref.ref(C(1)) if 0 else r])
try: r.other = 1
except AttributeError as e: print(e)
del a
print(r(), repr(r).split('; ')[1])
class Plain(weakref.ref): pass
b = C(2)
p = Plain(b); q = Plain(b); s = weakref.ref(b)
print(p is q, p == q, s is weakref.ref(b), s is p, p.__dict__, p() is b)
p.tag = 5; print(p.tag, vars(p))
class Counted(weakref.ref):
    calls = 0
    def __call__(self):
        Counted.calls += 1
        return super().__call__()
c = Counted(b); c(); c(); print(Counted.calls)
class WithInit(weakref.ref):
    def __init__(self, ob, callback=None, **annotations):
        super().__init__(ob, callback)
        for k, v in annotations.items(): setattr(self, k, v)
w = WithInit(b, counter=1, name='x'); print(w.counter, w.name, w() is b)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
t(lambda: weakref.ref()); t(lambda: weakref.ref(1)); t(lambda: weakref.ref(b, None, 3)); t(lambda: weakref.ref(b, callback=None)); t(lambda: Plain()); t(lambda: weakref.ref(b).foo); t(lambda: setattr(weakref.ref(b), 'foo', 1)); t(lambda: weakref.ref(b) < weakref.ref(b)); t(lambda: weakref.ref[int]); t(lambda: weakref.ref.__name__ + weakref.ref.__module__)
m = weakref.WeakMethod(b.m)
print(m()(), isinstance(m, weakref.ref), repr(m).split(' at ')[0], m == weakref.WeakMethod(b.m), m == weakref.ref(b), hash(m) == hash(weakref.WeakMethod(b.m)))
mm = weakref.WeakMethod(b.m, lambda r: print('method dead', r is mm))
t(lambda: weakref.WeakMethod(len)); t(lambda: weakref.WeakMethod(5))
del b
print(m(), s(), p(), repr(m).split('; ')[1])
t(lambda: hash(Plain(C(5))))
d = weakref.WeakValueDictionary(); x = C(9); d['x'] = x; print(dict(d), len(d)); del x; print(dict(d), len(d))
class Node:
    pass
n = Node(); f = weakref.finalize(n, print, 'fin'); del n
