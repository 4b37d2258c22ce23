##### names: nonlocal at module level
nonlocal x
##### names: nonlocal without binding
def f():
    nonlocal x
##### names: nonlocal in a class
class A:
    nonlocal x
##### names: nonlocal of a global
def f():
    global x
    def g():
        nonlocal x
##### names: nonlocal and global
def f():
    x = 1
    def g():
        global x
        nonlocal x
##### names: nonlocal after assignment
def f():
    x = 1
    def g():
        x = 2
        nonlocal x
##### names: nonlocal after use
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
##### names: nonlocal parameter
def f():
    x = 1
    def g(x):
        nonlocal x
##### names: nonlocal bound later
def f():
    def g():
        nonlocal x
        x = 2
    x = 1
##### names: nonlocal through a class
def f():
    x = 1
    class A:
        x = 2
        def g(self):
            nonlocal x
##### names: nonlocal only in a class
class A:
    x = 1
    def f(self):
        nonlocal x
##### names: nonlocal of a comprehension's variable
def f():
    [x for x in y]
    def g():
        nonlocal x
##### names: nonlocal private name
class A:
    def f(self):
        _A__x = 1
        def g():
            nonlocal __x
##### names: nonlocal __class__
class A:
    def f(self):
        nonlocal __class__
##### names: global parameter
def f(x):
    global x
##### names: global after annotation
def f():
    x: int
    global x
##### names: annotation after global
def f():
    global x
    x: int = 1
##### names: annotation after nonlocal
def f():
    x = 1
    def g():
        nonlocal x
        x: int
##### names: global after assignment at module level
x = 1
global x
##### names: global after import
def f():
    import x
    global x
##### names: global after a loop
def f():
    for x in y: pass
    global x
##### names: global after def
def f():
    def x(): pass
    global x
##### names: global after del
def f():
    del x
    global x
##### names: global twice
def f():
    global x
    global x, x
##### names: duplicate argument
def f(a, *, b, **a): pass
##### names: duplicate star argument
def f(a, *a): pass
##### names: duplicate private argument
class A:
    def f(self, __x, _A__x): pass
##### names: import star in a class
class A:
    from m import *
##### names: rebinding an iteration variable
[x := 0 for x in y]
##### names: rebinding an outer iteration variable
[[(x := 0) for z in y] for x in y]
##### names: inner loop rebinds a walrus
[(x := 0) for y in z for x in w]
##### names: inner loop of an inner comprehension
[[(j := 0) for i in a] for j in b]
##### names: walrus in an iterable
[x for x in (y := z)]
##### names: walrus in an inner iterable
[x for y in z for x in (w := y)]
##### names: walrus in a lambda in an iterable
[x for x in (lambda: (y := 1))()]
##### names: walrus in a comprehension in a class
class A:
    [(x := y) for y in z]
##### names: walrus in a comprehension in a function in a class
class A:
    def f(self):
        [(x := y) for y in z]
##### names: walrus of a nonlocal
def f():
    x = 1
    def g():
        nonlocal x
        [(x := y) for y in z]
##### names: debug assigned
__debug__ = 1
##### names: debug deleted
del __debug__
##### names: debug as an attribute
x.__debug__ = 1
##### names: debug attribute deleted
del x.__debug__
##### names: debug as a parameter
def f(__debug__): pass
##### names: debug as a lambda's parameter
lambda *__debug__: 1
##### names: debug as a keyword
f(__debug__=1)
##### names: debug as a function
def __debug__(): pass
##### names: debug imported
import __debug__
##### names: debug imported as
from x import y as __debug__
##### names: debug as a target
for __debug__ in x: pass
##### names: debug of with
with x as __debug__: pass
##### names: debug of except
try: pass
except E as __debug__: pass
##### names: debug of a walrus
(__debug__ := 1)
##### names: debug read
x = __debug__
##### names: debug in a pattern
match x:
    case __debug__: pass
##### names: annotated debug
__debug__: int
##### names: augmented debug
__debug__ += 1
##### names: unknown future
from __future__ import nope
##### names: known and unknown future
from __future__ import annotations, nope
##### names: braces
from __future__ import braces
##### names: late future
x = 1
from __future__ import annotations
##### names: late future on a line
import x; from __future__ import annotations
##### names: future after two strings
"""doc"""
"""two"""
from __future__ import annotations
##### names: future after a docstring
"""doc"""
from __future__ import annotations
##### names: future in a function
def f():
    from __future__ import annotations
##### names: late unknown future
x = 1
from __future__ import nope
##### names: future twice
from __future__ import annotations
from __future__ import division
x = 1
##### names: yield in a future annotation
from __future__ import annotations
def f(x: (yield)): pass
##### names: walrus in a future annotation
from __future__ import annotations
x: (y := 1)
##### names: await in a future annotation
from __future__ import annotations
async def f():
    x: await y
##### names: first error of two scopes
def f():
    return x
    def g(a, a): pass
return 1
##### names: names come before returns
return 1
def f(a, a): pass
##### names: the parser comes before names
def f(a, a): pass
x = = 1
##### names: annotated subscript with a star
x[*y, z]: int
##### names: annotated subscript assigned
x[*y, z]: int = 1
