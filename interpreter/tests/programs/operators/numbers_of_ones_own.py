"""Matrix, polynomial and modular arithmetic classes."""
from __future__ import annotations
from functools import total_ordering, cached_property
from itertools import zip_longest
@total_ordering
class Mod:
    def __init__(self, v, m=7): self.v, self.m = v % m, m
    def __eq__(self, o): return (self.v == o.v) if isinstance(o, Mod) else NotImplemented
    def __lt__(self, o): return (self.v < o.v) if isinstance(o, Mod) else NotImplemented
    def __hash__(self): return hash((self.v, self.m))
    def __add__(self, o): return Mod(self.v + (o.v if isinstance(o, Mod) else o), self.m)
    __radd__ = __add__
    def __mul__(self, o): return Mod(self.v * (o.v if isinstance(o, Mod) else o), self.m)
    def __pow__(self, e, m=None): return Mod(pow(self.v, e, self.m), self.m)
    def __truediv__(self, o): return self * o ** -1
    def __neg__(self): return Mod(-self.v, self.m)
    def __sub__(self, o): return self + -o
    def __repr__(self): return f"{self.v}₍{self.m}₎"
    def __int__(self): return self.v
class Poly:
    def __init__(self, *c): self.c = list(c) or [0]
    def __call__(self, x):
        r = 0
        for k in reversed(self.c): r = r * x + k
        return r
    def __add__(self, o): return Poly(*(a + b for a, b in zip_longest(self.c, o.c, fillvalue=0)))
    def __mul__(self, o):
        r = [0] * (len(self.c) + len(o.c) - 1)
        for i, a in enumerate(self.c):
            for j, b in enumerate(o.c): r[i + j] += a * b
        return Poly(*r)
    def __str__(self): return " + ".join(f"{k}x^{i}" for i, k in enumerate(self.c) if k) or "0"
    @cached_property
    def degree(self): print("(computed)"); return len(self.c) - 1
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __getitem__(self, ij):
        match ij:
            case int(i), int(j): return self.rows[i][j]
            case slice() as s, j: return [r[j] for r in self.rows[s]]
            case int(i): return self.rows[i]
        raise TypeError(f"bad index {ij!r}")
    def __eq__(self, o): return self.rows == o.rows
    def __repr__(self): return f"Matrix({self.rows})"
    T = property(lambda self: Matrix(zip(*self.rows)))
a, b = Mod(3), Mod(5)
print(a + b, a * b, a / b, a - b, 1 + a, sum([a, b]), a < b, a >= b, max(a, b), {a, Mod(10)}, a == 3, pow(a, 3), int(a), sorted([b, a]))
try: a < 3
except TypeError as e: print(e)
try: Mod(2, 4) ** -1
except ValueError as e: print(e)
p = Poly(1, 2) * Poly(1, 1) + Poly(5); print(p, p(2), p.degree, p.degree, Poly(), p(Mod(3)))
m = Matrix([[1, 2], [3, 4]]); print(m @ m, m.T, m[0, 1], m[:, 0], m[1], m == m.T.T)
m @= Matrix([[0], [1]]); print(m)
try: m["a"]
except TypeError as e: print(e)
m.T = 3
