"""How random programs use objects: pieces of programs, whose last line is an expression to be shown.

`$a` is the object, `$o` another of the program's, `$v` a built-in value or one of the program's, `$n` a small number, `$K` the object's
class, `$B` the built-in type it is derived from.
"""

from specials import BINARY, OPERATORS
from uses_of_values import COMPARED, NUMBER, TEXT

ITERATED = r"""
list($a)
tuple($a)
sorted($a)
sum($a)
sum($a, $v)
min($a)
max($a)
max($a, default=$v)
any($a)
all($a)
dict($a)
len(set($a))
len(frozenset($a))
bytes($a)
bytearray($a)
list(map(brief, $a))
list(map(pair, $a, $v))
list(zip($a, $v))
list(zip($a, $v, strict=True))
list(enumerate($a, $n))
list(filter(None, $a))
list(reversed($a))
iter($a)
list(iter($a))
[x for x in $a]
{x: 1 for x in $a}
list(x for x in $a)
[*$a]
(*$a, *$v)
[*$v, *$a]
brief(*$a)
pair(*$a)
pair(*$v, *$a)
x, y = $a\n(x, y)
x, *y = $a\n(x, y)
(x, y), z = $a\n(x, y, z)
[x] = $a\nx
for x in $a: print('item', brief(x))\n0
for x, y in $a: print('items', brief(x), brief(y))\n0
for x in $a:\n    break\nx
''.join($a)
b''.join($a)
','.join($a)
x = [0]\nx += $a\nx
x = [0]\nx.extend($a)\nx
x = [0, 1, 2]\nx[1:2] = $a\nx
x = [0, 1, 2]\nx[::2] = $a\nx
x = bytearray(b'ab')\nx[0:1] = $a\nx
x = bytearray(b'ab')\nx.extend($a)\nx
x = {}\nx.update($a)\nx
x = {}\nx |= $a\nx
dict.fromkeys($a, 0)
len({1}.union($a))
{1}.isdisjoint($a)
{1}.issubset($a)
{1}.issuperset($a)
len({1}.intersection($a))
len({1}.difference($a))
len({1}.symmetric_difference($a))
x = {1}\nx.update($a)\nlen(x)
x = {1}\nx.difference_update($a)\nlen(x)
list(run_from($a))
next(iter($a))
'abc'.startswith($a)
math.fsum($a)
math.prod($a)
math.hypot(*$a)
list(itertools.chain($a, $v))
list(itertools.chain.from_iterable($a))
list(itertools.islice($a, 2))
list(itertools.islice($v, $a))
list(itertools.islice([1, 2, 3], $a, 3))
list(itertools.zip_longest($a, $v))
list(itertools.accumulate($a))
list(itertools.product($a, $v))
list(itertools.combinations($a, 2))
list(itertools.starmap(pair, $a))
functools.reduce(pair, $a)
functools.reduce(pair, $a, $v)
""".strip().split("\n")

HELD = r"""
len($a)
$a[$n]
$a['a']
$a[$v]
$a[1:2]
$a[1:2, ...]
$a[:]
$a[$n] = $v\n$a
$a['x'] = 1\nlen($a)
$a[0:1] = $v\n$a
del $a[$n]\n$a
del $a[0:2]\n$a
$a[$n] += 1\n$a
$v in $a
$n not in $a
reversed($a)
$a.__len__()
$K.__len__($a)
$B.__len__($a)
$a.__getitem__(0)
$B.__getitem__($a, 0)
$B.__iter__($a)
$B.__contains__($a, 1)
operator.length_hint($a)
operator.length_hint($a, $n)
operator.getitem($a, $n)
operator.setitem($a, 0, $v)
brief(**$a)
made('call')(**$a)
dict(**$a)
{**$a}
{'k': 1, **$a}
dict($a, k=1)
{} | $a
$a | {}
$a.copy()
$a.keys()
$a.items()
$a.get('a')
$a.pop()
$a.append(1)
$a.update($v)
$a.update(a=1)
$a.add($v)
$a.extend($v)
$a.sort()
$a.index(1)
$a.count(1)
$a.union($v)
$a.clear()
$a.setdefault('z', 1)
$a.fromkeys([1])
$a.insert(0, $v)
$a.remove(1)
$a.reverse()
$a * 2
$a + $a
$a += [1]\n$a
$a *= 2\n$a
$a.real
$a.as_integer_ratio()
$a.bit_length()
$a.conjugate()
$a.is_integer()
$a.hex()
$a.upper()
$a.decode()
$a.encode()
$a.split()
$a.format(1)
$a.strip()
$a.title()
$a.args
$a.with_traceback(None)
$a.add_note($v)
$a.__traceback__
$a.value
$a.message
$a.exceptions
$a.derive([Boom()])
$a.split(Boom)
$a.subgroup(lambda e: $v)
next($a)
next($a, $v)
list.append($a, 1)
list.extend($a, $v)
list.__add__($a, $v)
list.__iadd__($a, $v)
list.sort($a)
list.index($a, $v)
dict.get($a, 'a')
dict.update($a, $v)
dict.__setitem__($a, 1, 2)
dict.__or__($a, $v)
dict.fromkeys($a)
dict.items($a)
dict.pop($a, $v)
set.add($a, 1)
set.union($a, $v)
tuple.index($a, 1)
tuple.__new__(tuple, $a)
str.join($a, ['x', 'y'])
str.join('-', $a)
str.split($a)
str.__len__($a)
int.__add__($a, $v)
int.__add__(1, $a)
int.bit_length($a)
float.__mul__($a, $v)
float.is_integer($a)
object.__eq__($a, $v)
object.__hash__($a) is None
object.__init__($a)
object.__new__($a)
object.__new__($K)
object.__new__($K, 1)
type.__call__($K)
type.mro($K) is None
$B.__new__($K)
$B.__new__($a)
$B($a)
$B($a, $v)
$K()
$K($v)
$K($a)
$K($v, $v)
sum([[1], $a], [])
""".strip().split("\n")

CALLED = r"""
$a()
$a($v)
$a($v, x=1)
callable($a)
list(map($a, [1, 2]))
sorted([2, 1], key=$a)
max([1, 2], key=$a)
list(filter($a, [0, 1, 2]))
list(iter($a, $v))
functools.reduce($a, [1, 2, 3])
class H:\n    x = $a\nH().x
class H:\n    x = $a\nH.x
class H:\n    x = $a\nh = H()\nh.x = $v\nh.__dict__
class H:\n    x = $a\nh = H()\ndel h.x\nh.__dict__
class H:\n    x = $a\nh = H()\nh.x()
class H:\n    x = $a\nh = H()\nh.__dict__['x'] = 5\nh.x
class H:\n    x = $a\ngetattr(H(), 'x', 'nothing')
class H:\n    x = $a\nhasattr(H(), 'x')
class H:\n    __len__ = $a\nlen(H())
class H:\n    __iter__ = $a\nlist(H())
class H:\n    __call__ = $a\nH()()
class H:\n    __add__ = $a\nH() + 1
class H:\n    __getattr__ = $a\nH().y
class H:\n    __eq__ = $a\nH() == 1
class H:\n    __enter__ = __exit__ = $a\nwith H() as x: pass\nx
class H:\n    __slots__ = $a\nH()
class H:\n    __slots__ = ('x',)\nh = H()\nh.x = $a\nh.x
class H($a): pass\nH.__mro__[0].__name__
class H($a, metaclass=type): pass\nH.__bases__
class H(metaclass=$a): pass\nH
class H(x=$a): pass\nH
class H($K, x=1): pass\nH.__name__
class H($K): pass\nH.__name__
class H($K): pass\nH()
@$a\ndef f(): pass\nf
@$a\nclass H: pass\nH
def f(x: $a = $a): return x\nf()
types.MethodType($a, 1)()
$K[$v]
$K[int, str]
$K | int
int | $K
$a | int
int | $a
list[$a]
list[$K]
isinstance($v, $a)
isinstance($a, ($v, $K))
isinstance($v, $K)
isinstance($K, $a)
issubclass($a, $K)
issubclass($K, $a)
issubclass(int, $a)
issubclass($K, ($a, int))
isinstance($a, int)
isinstance($a, (str, list))
isinstance($a, int | str)
isinstance($a, $v)
issubclass(int, $K)
super($K, $a).__init__()
super($K, $a).x
super($K, $K).__new__
super($K, $v)
""".strip().split("\n")

ASKED = r"""
$a.x
$a.y = 1\n$a.y
$a.x = $v\nvars($a)
del $a.x\n0
getattr($a, 'x')
getattr($a, 'x', $v)
getattr($a, '__len__', None) is None
hasattr($a, 'x')
hasattr($a, '__iter__')
setattr($a, 'x', $v)
delattr($a, 'x')
vars($a)
$a.__dict__
$a.__class__
$a.__class__ = $v\n0
$a.__class__ = $K\n0
$a.__module__
type($a)
type($a) is $a.__class__
object.__getattribute__($a, 'x')
object.__setattr__($a, 'z', 1)
object.__delattr__($a, 'z')
$K.x
$K.x = $v\n$K.x
$K.__name__
$K.__qualname__
$K.__len__ = $v\nlen($a)
$K.__bool__ = $v\nbool($a)
$K.__iter__ = $v\nlist($a)
$K.__repr__ = lambda self: 'new'\nrepr($a)
del $K.__repr__\nrepr($a)
len($K)
list($K)
$v in $K
$K[0]
$K == $v
$K < $v
hash($K) is None
repr($K)
str($K)
f'{$K}'
f'{$K:x}'
bool($K)
$K + 1
1 + $K
-$K
int($K)
next($K)
with $K as x: pass\nx
callable($K)
$a.x += 1\n$a.x
$a.x.y
$a.method()
$a.__call__()
$a.__iter__()
$a.__str__()
$a.__repr__()
$a.__bool__()
$a.__hash__() is None
$a.__eq__($v)
$a.__lt__($v)
$a.__add__($v)
$a.__radd__($v)
$a.__index__()
$a.__format__('')
$a.__init__()
$a.__reduce__
isinstance($a, collections.abc.Iterable)
isinstance($a, collections.abc.Sized)
isinstance($a, collections.abc.Hashable)
isinstance($a, collections.abc.Callable)
isinstance($a, collections.abc.Mapping)
isinstance($a, numbers.Number)
issubclass($K, collections.abc.Iterator)
""".strip().split("\n")

RAISED = r"""
raise $a\n0
raise $K\n0
raise Boom from $a\n0
raise $a from $v\n0
raise $K($v) from None\n0
try:\n    raise Boom('caught')\nexcept $a: x = 1\nx
try:\n    raise Boom('caught')\nexcept ($v, $a): x = 1\nx
try:\n    raise Boom('caught')\nexcept $K as x: pass\n0
try:\n    raise $a\nexcept $K as e: x = e\nx is $a
try:\n    raise ExceptionGroup('g', [Boom(1)])\nexcept* $K as e: x = e.exceptions\nx
try:\n    raise ExceptionGroup('g', [Boom(1)])\nexcept* $a: x = 1\nx
ExceptionGroup('g', $a)
ExceptionGroup($a, [Boom()])
ExceptionGroup('g', [$a])
with $a: x = 1\nx
with $a as x: pass\nx
with $a as (x, y): pass\n(x, y)
with $a: raise Boom('inside')\n0
with $a, $v: pass\n0
with $v, $a: raise Boom('inside')\n0
for x in [1]:\n    with $a: break\n1
Boom($a).__cause__ = $a\n0
Boom().__context__ = $a\n0
Boom().__traceback__ = $a\n0
Boom().args = $a\n0
Boom().__suppress_context__ = $a\n0
Boom().__setstate__($a)
Boom().with_traceback($a)
StopIteration($a).value
OSError(2, $a)
OSError($a, 'x')
OSError($a, 'x').errno
SystemExit($a).code
KeyError($a)
UnicodeDecodeError('ascii', $a, 0, 1, 'x')
(x for x in [1]).throw($a)
(x for x in [1]).throw($K)
(x for x in [1]).throw(Boom, $a)
steps().throw($a)
steps().send($a)
""".strip().split("\n")

AWAITED = r"""
async def go(): return await $a\nrun(go())
async def go():\n    async with $a as x: return x\nrun(go())
async def go():\n    async with $a: raise Boom('inside')\nrun(go())
async def go():\n    async for x in $a: print('item', brief(x))\nrun(go())
async def go(): return [x async for x in $a]\nrun(go())
async def go(): return await anext($a)\nrun(go())
async def go():\n    async for x, y in $a: return x\nrun(go())
async def go(): return await aiter($a)\nrun(go())
aiter($a)
anext($a)
def go(): return (yield from $a)\nrun(go())
def go(): return (yield from $a)\nlist(go())
def go():\n    x = yield from $a\n    yield x\nlist(zip(go(), 'abc'))
@types.coroutine\ndef go(): return (yield from $a)\nrun(go())
types.coroutine($a)
g = run_from($a)\nnext(g)\ng.send($v)
g = run_from($a)\nnext(g)\ng.throw(Boom('thrown'))
g = run_from($a)\nnext(g)\ng.close()
g = run_from($a)\ng.throw(Boom('thrown'))
""".strip().split("\n")

BINARY_USES = [use for name in BINARY if name in OPERATORS for use in (f"$a {OPERATORS[name]} $v", f"$v {OPERATORS[name]} $a")]
INPLACE_USES = [use for name in OPERATORS for use in (f"x = $a\nx {OPERATORS[name]}= $v\nx", f"x = $v\nx {OPERATORS[name]}= $a\nx")]
ARITHMETIC = [
    *BINARY_USES,
    *INPLACE_USES,
    "$a + $a",
    "divmod($a, $v)",
    "divmod($v, $a)",
    "pow($a, $n)",
    "pow($a, $n, 3)",
    "$a ** $n",
    "2 ** $a",
    "sum([$a, $v])",
    "sum([$v, $a], $a)",
    "sum([1, $a])",
    "x = [$a]\nx[0] += $v\nx",
    "$a.y = 1\n$a.y += $a\n$a.y",
    "math.prod([$a, 2])",
    "operator.iadd($a, $v)",
]

# The uses that ask for what a group of special methods tells.
USES = {
    "number": NUMBER,
    "arithmetic": ARITHMETIC,
    "comparison": COMPARED,
    "container": [*HELD, *ITERATED],
    "iterator": ITERATED,
    "text": TEXT,
    "call": CALLED,
    "attribute": ASKED,
    "manager": [*RAISED, *AWAITED[:4]],
    "waiter": AWAITED,
    "made": HELD,
}
