# Every kind of expression, its places and its values.
1; 0; 0x_ff; 0o17; 0b101; 1_000; 00
9223372036854775807; 9223372036854775808; -9223372036854775808; 0xffffffffffffffffffffffff
123456789012345678901234567890
1.5; 1e10; .5; 5.; 1_0.0_1e-3; 1e400; 0.1
1j; 1.5e3J
None; True; False; ...
'a'; "b"; '''c'''; """d"""; 'a' "b" '''c'''; ('a'
    'b')
u'x'; r'\n'; '\n\t\\\'\"\a\b\f\v\0\x41\u00e9\U0001F600\N{BULLET}\101'; 'a\
b'
b'a'; b'\xff\n' b'c'; rb'\n'; B"x"
'\d'
f''; f'a'; f'{a}'; f'{a!r}'; f'{a!s:>10}'; f'{a:{b}.{c}}'; f'{{}}'; f'a{b}c{d}e'
f'{a=}'; f'{a = }'; f'{a=!s}'; f'{a=:>3}'; f'{a.b[c] + d}'
f'{a["b"]}' 'c' f"{d}" 'e'; 'a' f'b' 'c'
f'{x if y else z}'; f'{(lambda: 1)}'; f'{(a, b)}'; f'{[i for i in j]}'; f'{ {1: 2}[1] }'; f'{a:%Y-%m}'
rf'\{a}\n'; f'\n{a}\x41'; F'{a!a}'
f'''{a}
{b}'''
a; (a); ((a)); a.b; a . b; (a).b; a.b.c
a[0]; a[0, 1]; a[0,]; a[:]; a[1:]; a[:2]; a[::3]; a[1:2:3]; a[1:2, ::3, ...]; a[*b]; a[*b, c]; a[b := 1]
a(); a(b); a(b, c); a(b,); a(*b); a(**c); a(b, *c, d=1, **e); a(b=1, *c); a(b := 1); a(b for b in c); a((b for b in c))
a(
    b,
    c = d ,
)
(a)(b)(c)
+a; -a; ~a; not a; - - a; -1; -a ** -b; not not a
a + b; a - b; a * b; a / b; a // b; a % b; a @ b; a ** b; a << b; a >> b; a & b; a | b; a ^ b
a + b * c - d; (a + b) * c; a ** b ** c; a - (b - c); a or b and not c
a and b and c; a or b or c; (a or b) or c
a < b; a < b <= c != d; a == b; a > b >= c; a is b; a is not b; a in b; a not in b; not a in b; a < (b < c)
a if b else c; a if b else c if d else e; (a if b else c) if d else e
lambda: 1; lambda a: a; lambda a, b=1, /, c=2, *d, e, f=3, **g: a; lambda *a: a; lambda *, a: a; lambda **k: lambda: k
(a := 1); [a := 1, b]; (a, b := 2)
(); (a,); (a, b); a, ; a, b; (a, (b, c)); *a, b; (*a, b)
[]; [a]; [a, b,]; [*a, b]
{a}; {a, b}; {*a, b}
{}; {a: b}; {a: b, **c, d: e}; {'a': 1,}
[a for a in b]; [a for a in b if c if d]; [a for a in b for c in d if e]; [(a, b) for a, b in c]; [a for a, in b]
{a for a in b}; {a: b for a, b in c}; (a for a in b); (a for a in b if (c := a)); [lambda: a for a in b]
async def f():
    await a; await a.b(); (await a) + await b; -await a; await a ** 2
    [a async for a in b]; {a async for a in b if await c}; {a: b async for a in b}; (a async for a in b)
    [await a for a in b]
    yield; yield a; yield a, b; yield *a, b; x = yield; x = yield a; x += yield; (yield); a((yield b), c)
def g():
    yield from a; x = yield from a; return (yield from a)
"""é“”""" + é; é[é]; ñ(é=é)
