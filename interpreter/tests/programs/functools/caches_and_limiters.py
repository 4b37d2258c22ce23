"""Caches, memo tables, timers on virtual clocks, rate limiters, batching, throttles with generators and closures."""
import time, functools, weakref, collections, itertools
class TTL:
    def __init__(self, seconds, clock): self.seconds, self.clock, self.d = seconds, clock, {}
    def __call__(self, f):
        @functools.wraps(f)
        def inner(*a, **k):
            key = functools._make_key(a, k, False) if hasattr(functools, "_make_key") else (a, tuple(sorted(k.items())))
            now = self.clock()
            if key in self.d and now - self.d[key][1] < self.seconds: return self.d[key][0]
            self.d[key] = f(*a, **k), now
            return self.d[key][0]
        inner.cache = self.d
        return inner
t = [0.0]; calls = []
@TTL(10, lambda: t[0])
def slow(x, y=1): calls.append(x); return x * y
print(slow(2), slow(2), slow(2, y=3)); t[0] = 11; print(slow(2), calls, len(slow.cache))
def bucket(rate, cap):
    tokens, last = cap, 0.0
    ok = None
    while True:
        now = yield ok
        tokens = min(cap, tokens + (now - last) * rate); last = now
        ok = tokens >= 1
        if ok: tokens -= 1
b = bucket(1, 2); next(b); print([b.send(x) for x in (0, 0, 0, .5, 1.5, 5, 5, 5)])
def batch(n):
    out = []
    try:
        while True:
            x = yield (done if (done := out[:n]) and len(out) >= n else None)
            if len(out) >= n: out = out[n:]
            out.append(x)
    except GeneratorExit: print("left over", out)
g = batch(2); next(g); print([g.send(i) for i in range(5)]); g.close()
class cached:
    def __init__(self, f): self.f, self.c = f, weakref.WeakKeyDictionary()
    def __get__(self, o, c=None):
        if o is None: return self
        if o not in self.c: self.c[o] = self.f(o)
        return self.c[o]
class Big:
    @cached
    def v(self): print("computing"); return 42
x = Big(); print(x.v, x.v, len(Big.v.c)); del x; print(len(Big.v.c))
@functools.lru_cache(maxsize=2, typed=True)
def typed(x): return type(x).__name__
print(typed(1), typed(1.0), typed(True), typed(1), typed.cache_info())
try: typed([])
except TypeError as e: print(e)
class M:
    @functools.cached_property
    def p(self): print("once"); return 1
    @functools.lru_cache
    def q(self, n): return n
    @functools.singledispatchmethod
    def r(self, x): return "other"
    @r.register
    def _(self, x: int): return "int"
    @r.register(str)
    @classmethod
    def _(cls, x): return f"str {cls.__name__}"
m = M(); print(m.p, m.p, m.__dict__, m.q(1), M.q.cache_info().misses, m.r(1), m.r("a"), m.r(None)); del m.p; print(m.p)
start = time.monotonic(); time.sleep(1.5); print(round(time.monotonic() - start, 1) >= 1.5, time.strftime("%Y", time.gmtime(0)), time.struct_time((2024, 1, 2, 3, 4, 5, 1, 2, 0)).tm_year)
print(functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(2) if False else sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a)), functools.reduce(lambda a, b: a * b, range(1, 6), 1))
try: functools.reduce(lambda a, b: a, [])
except TypeError as e: print(e)
@functools.total_ordering
class V:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __eq__(s, o): return s.v == o.v
print(V(1) <= V(1), V(2) > V(1), V(2) >= V(3), max(V(1), V(5)).v)
fib = functools.cache(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)); print(fib(80), fib.__name__, fib.cache_info().hits)
M().r.register(3)
