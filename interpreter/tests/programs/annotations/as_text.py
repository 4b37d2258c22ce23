from __future__ import annotations
x: int | None = 1
def f(a: undefined, b: list[int] = [], *c: 1 + 2, d: "quoted" = 3) -> x if y else z: pass
class C:
    a: lambda q: q + 1
    b: {1: 2, **k} = 3
    c: (yieldless, [1, *r], f'{x!r:>{w}}', a[1:2, ...], not -b ** 2, await_, 'a' 'b', b'x', 1.50, 1e100, 0x10, x if a else b, a < b <= c, (a, ), (), {*s}, [i for i in x if y], {k: v for k, v in z}, a.b.c(d, *e, f=g, **h), (a := 3), lambda: 0, lambda *a, b=1, **k: 2, a and b or c, (a or b) and c, ~x, +x, a @ b, a // b, (a + b) * c, a ** -b, (-a) ** b, x[a, b], x[(a,)], "it's", 'q"', None, True, ...)
print(__annotations__); print(f.__annotations__); print(C.__annotations__)
