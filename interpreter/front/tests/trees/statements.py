"""Every kind of statement."""
from __future__ import annotations
import a
import a.b.c as d, e
from m import x, y as z
from . import q
from ..pkg.mod import (
    r,
    s as t,
)
from m import *
pass
x = 1
x = y = 2
x, *y = z
[a, (b, c)] = d
a.b[c].d = e
x += 1
x -= 1; x *= 2; x @= m; x /= 2; x %= 2
x &= 1; x |= 1; x ^= 1; x <<= 1; x >>= 1; x **= 2; x //= 3
x: int
x: int = 3
(x): int = 3
a.b: str = ''
a[0]: str
del x
del a.b, c[0], (d, e), [f]
assert x
assert x, 'message'
raise
raise E
raise E() from cause
x; y
if a: b
if a:
    b
elif c:
    d
elif e: f
else:
    g
while a:
    break
else:
    continue_ = 1
while b:
    continue
for i in range(3): pass
for i, (j, *k) in x, y:
    pass
else:
    pass
with a: pass
with a as b, c as (d, e), f.g as h[0]:
    pass
with (a as b, c): pass
with (
    a as b,
    c as d,
):
    pass
with (a, b): pass
with (a, b) as c: pass
with (yield_): pass
try:
    a
except:
    b
try:
    a
except A:
    b
except (B, C) as e:
    c
else:
    d
finally:
    e
try:
    a
finally:
    b
try:
    a
except* A as e:
    b
except* (B, C):
    c
def f(): pass
def f(a, b: int, c=1, d: int = 2, /, e=3, *args: str, g, h: int = 4, **kw: dict) -> None:
    "docstring"
    global x, y
    return a
def f(*, a, b=1): return
def f(a, /): return a,
def f(*args): return *args, 1
def f(*args: *Ts): pass
@a
@b.c(d)

@e[0]
def f(x):
    def g():
        nonlocal x
        x = yield
        y = yield x, 1
        z = yield from g()
        yield
    return g
@a
async def f():
    async with a as b, c:
        await d
    async for i in x:
        pass
    else:
        pass
    return await f()
async def g():
    yield 1
class A: pass
class A(): pass
@a
class A(B, C, *D, metaclass=M, **kw):
    x = 1

    def method(self): pass
é, ñ = 'é', "ñ“”" ; ü = é
if True:
    x = (1,
         2)  # comment
    # comment

    y = """
    text
"""
x = \
    1
match = case = type = _ = 1
match(x)
match[x]
match.x
print(match, case)
