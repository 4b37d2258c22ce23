from __future__ import annotations
v: a + b * c - (d - e) ** f ** -g
v: (a + b) * c // d @ e
v: not a and (b or c) and d
v: a if b else c if d else e
v: (a if b else c) if d else e
v: lambda: x
v: lambda a, /, b=1, *c, d, e=2, **f: (a, b)
v: lambda *, k: [k, *k]
v: {a: b, **c}
v: {a, *b}
v: (a,)
v: ()
v: tuple[int, str]
v: a[b:c, ::d, :]
v: a[(b,)]
v: dict[str, list[int | None]]
v: [a for b in c if d if e for f in g]
v: {a: b for a, b in c}
v: {a for a in b}
v: f(a for a in b)
v: f(a, b=c, *d, **e)
v: f(b=c, **e)
v: a.b.c().d
v: 1 .real
v: 1.5.real
v: a < b <= c != d is not e not in f
v: (a < b) < c
v: -a ** -b
v: (-a) ** b
v: ~(a & b | c ^ d) << e >> f
v: "it's"
v: 'both \' and "'
v: "a\tb\n\x01\\ é"
v: b"a'b\x00\xff\n"
v: f"{a!r:>{b}} {{}} {c + d} {{{e}}}"
v: f"{ {a: b} }"
v: 1.0 + 1e100 + 1e-7 + 2j + 1.5j
v: 10 ** 30
v: None or True or ... or False
v: "a" "b"
v: Callable[[int], str]
