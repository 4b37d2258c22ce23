"""Uses of objects as numbers, as texts, and as what is compared: the marks are those of `uses.py`."""

NUMBER = r"""
int($a)
int($a, $n)
int($v, $a)
float($a)
complex($a)
complex($a, $v)
complex($v, $a)
bool($a)
round($a)
round(2.675, $a)
divmod($a, $v)
pow($a, 2)
pow(2, 3, $a)
pow($a, 2, 3)
pow(2, $a, 3)
abs($a)
bin($a)
hex($a)
oct($a)
chr($a)
ord($a)
range($a)
range(0, $a)
range(1, 5, $a)
slice($a, $v)
slice($a, $v).indices(5)
slice(0, 9, $a).indices(5)
slice(0, 9).indices($a)
[1, 2, 3][$a]
(1, 2, 3)[$a]
'abc'[$a]
b'abc'[$a]
range(5)[$a]
[1, 2, 3][$a:]
'abc'[:$a]
(1, 2, 3)[::$a]
b'abc'[$a:$v]
range(9)[$a:$v]
bytearray(b'abc')[$a:]
x = [1, 2, 3]\nx[$a] = 0\nx
x = [1, 2, 3]\ndel x[$a]\nx
x = [1, 2, 3]\ndel x[$a:]\nx
x = [1, 2, 3]\nx[$a:] = [9]\nx
x = [1, 2, 3]\nx.insert($a, 0)\nx
x = [1, 2, 3]\n(x.pop($a), x)
x = bytearray(b'abc')\nx[$a] = 65\nx
x = bytearray(b'abc')\nx[0] = $a\nx
x = bytearray(b'abc')\nx.append($a)\nx
x = bytearray(b'abc')\nx.insert($a, 66)\nx
x = bytearray(b'abc')\n(x.pop($a), x)
[1] * $a
$a * 'ab'
'ab' * $a
(1,) * $a
b'ab' * $a
bytearray(b'a') * $a
x = [1]\nx *= $a\nx
x = bytearray(b'a')\nx *= $a\nx
bytes($a)
bytearray($a)
bytes([$a])
b'abc'.find($a)
$a in b'abc'
b'abc'.count($a)
'abc'.center($a)
'abc'.ljust($a, '.')
'abc'.zfill($a)
'a\tb'.expandtabs($a)
'a b c'.split(None, $a)
'abab'.replace('a', 'x', $a)
'abc'.find('c', $a)
'abc'.find('c', 0, $a)
'abc'.startswith('b', $a)
'abc'.count('b', $a, $v)
[1, 2].index(2, $a)
(1, 2).index(2, $a)
b'abc'.hex('-', $a)
b'abc'.center($a)
(5).to_bytes($a, 'big')
int.from_bytes($a, 'big')
(2).__pow__($a)
(2.5).__add__($a)
'%d' % $a
'%i|%5d' % ($a, $a)
'%x' % $a
'%X %o' % ($a, $a)
'%c' % $a
'%f' % $a
'%.2e' % $a
'%g' % ($a,)
'%*d' % ($a, 1)
'%.*f' % ($a, 1)
'%u' % $a
b'%d' % $a
b'%x' % ($a,)
b'%c' % $a
b'%f' % $a
f'{1:{$a}}'
'{:d}'.format(int($a))
math.sqrt($a)
math.floor($a)
math.ceil($a)
math.trunc($a)
math.factorial($a)
math.gcd($a, 4)
math.isqrt($a)
math.comb(5, $a)
math.isnan($a)
math.ldexp(1.5, $a)
math.pow($a, 2)
math.copysign(1, $a)
math.fmod($a, $v)
math.isclose($a, 1)
math.log($a)
math.degrees($a)
operator.index($a)
operator.length_hint($v, $a)
list(enumerate('ab', $a))
list(itertools.repeat(0, $a))
sum([$a, 1])
sum([1.5, $a])
sum([1], $a)
max($a, 1)
sorted([$a, 2], key=int)
-$a
+$a
~$a
not $a
1 if $a else 2
$a and 1
$a or 1
float.fromhex($a)
float.__new__(float, $a)
int.__new__(int, $a)
complex.__new__(complex, $a)
bool.__new__(bool, $a)
'abc'.encode().decode().zfill($a)
assert $a\n0
while not $a:\n    break\n1
[x for x in [1] if $a]
print('a', flush=$a)\n0
sorted([2, 1], reverse=$a)
'a\rb'.splitlines($a)
""".strip().split("\n")

TEXT = r"""
repr($a)
str($a)
ascii($a)
format($a)
format($a, '>5')
format($a, $v)
format(1, $a)
format('a', $a)
f'{$a}'
f'{$a!r:>5}'
f'{$a!s}'
f'{$a!a}'
f'{$a:d}'
f'{$a:>{$n}}'
f'{$a:}'
'{}'.format($a)
'{0!r} {0!s}'.format($a)
'{0:>6}'.format($a)
'{0.real}'.format($a)
'{0[0]}'.format($a)
'{0[a]}'.format($a)
'{0.x}'.format($a)
'{:{}}'.format(1, $a)
'{x}'.format_map($a)
'%s' % $a
'%s' % ($a,)
'%r %a' % ($a, $a)
'%(x)s' % $a
'%s %s' % $a
'%5.1s' % ($a,)
b'%s' % $a
b'%b' % ($a,)
b'%a' % ($a,)
b'%r' % ($a,)
$a % $v
$v % $a
print($a)\n0
print($a, $v, sep='-')\n0
print(1, 2, sep=$a)\n0
print(1, end=$a)\n0
print(1, file=$a)\n0
str($a, 'ascii')
str($a, 'utf-8', 'strict')
str(b'a', $a)
str(b'\xff', 'ascii', $a)
bytes($a)
bytes($a, 'ascii')
bytes('a', $a)
bytearray($a)
'abc'.join([$a, 'x'])
$a.join(['x', 'y'])
'abc' + $a
$a + 'abc'
b'abc' + $a
$a + b'abc'
$a in 'abc'
'a' in $a
'abc'.replace('a', $a)
'abc'.replace($a, 'x')
'abc'.split($a)
'abc'.partition($a)
'abc'.strip($a)
'abc'.find($a)
'abc'.index($a)
'abc'.count($a)
'abc'.startswith($a)
'abc'.endswith(($a, 'c'))
'abc'.translate($a)
'abc'.translate({97: $a})
'abc'.removeprefix($a)
'abc'.center(9, $a)
'abc'.encode($a)
b'abc'.decode($a)
str.maketrans($a)
str.maketrans('a', $a)
b'abc'.replace(b'a', $a)
b'abc'.split($a)
b'abc'.join([$a])
b'abc'.startswith($a)
b'abc'.strip($a)
b'abc'.translate($a)
b'abc'.fromhex($a)
int($a, 10)
float($a)
complex($a)
ord($a)
str.upper($a)
str.lower($a)
str.__str__($a)
str.__add__('a', $a)
str.__mod__($a, 1)
str.__format__($a, '')
object.__repr__($a)
object.__str__($a)
object.__format__($a, '')
repr([$a])
repr({1: $a})
repr(($a,))
str({'k': $a})
repr(slice($a))
repr(Boom($a))
str(Boom($a))
str(KeyError($a))
str(Boom($a, 1))
repr(range(1)) + repr($a)
type('N', (), {$a: 1})
type($a, (), {})
type('N', ($a,), {})
type('N', (), $a)
hasattr($v, $a)
getattr($v, $a)
getattr($v, $a, 0)
setattr($v, $a, 0)
delattr($v, $a)
raise Boom($a)\n0
assert False, $a\n0
{'abc': 1}.get($a)
{'abc': 1}[$a]
'abc' == $a
'abc' < $a
""".strip().split("\n")

COMPARED = r"""
$a == $v
$v == $a
$a != $v
$a < $v
$v < $a
$a <= $v
$a > $v
$v >= $a
$a == $a
1 < $a < 3
$a in [$v, $a]
$v in [$a]
$a in ($v,)
$v in ($a, 1)
[$a] == [$v]
[$v] != [$a]
($a, 1) < ($v, 2)
($a,) == ($v,)
[$a] < [$v]
[$a, 1] >= [$a, 2]
{1: $a} == {1: $v}
{1: $a} != {1: $v}
[1, $a].index($v)
[1, $v].index($a)
[$a, $v].count($v)
x = [1, $a]\nx.remove($v)\nx
(1, $a).index($v)
(1, $v).count($a)
min($a, $v)
max($v, $a)
min([$a, $v], key=brief)
sorted([$a, $v])
sorted([$v, $a, 1], reverse=True)
sorted([1, 2], key=lambda x: $a)
x = [$a, $v, $a]\nx.sort()\nx
hash($a) == hash($a)
{$a: 1}[$v]
{$v: 1}.get($a)
{$v: 1, $a: 2}
len({$a, $v})
$a in {$v}
$a in {$v: 1}
x = {}\nx[$a] = 1\nx[$a] = 2\nx
x = {$a: 1}\ndel x[$v]\nx
x = {$v: 1}\n(x.pop($a, None), x)
x = {$v: 1}\n(x.setdefault($a, 5), len(x))
x = {$v}\nx.add($a)\nlen(x)
x = {$v}\nx.discard($a)\nlen(x)
x = {$v}\nx.remove($a)\nlen(x)
len({1, 2} & {$a})
len({$a} | {$v})
len({$a} - {$v})
{$a} <= {$v}
{$a} == {$v}
len(frozenset([$a]))
(hash(($a, 1)) == hash(($a, 1)))
hash(slice($a))
match $v:\n    case 1 | 'abc': x = 1\n    case _: x = 2\nx
match $a:\n    case 5: x = 1\n    case 'abc': x = 2\n    case None: x = 3\n    case _: x = 4\nx
match $a:\n    case [x, y]: pass\n    case [*x]: pass\n    case _: x = 4\nx
match $a:\n    case {'a': x}: pass\n    case {**x}: pass\n    case _: x = 4\nx
match $a:\n    case int(x): pass\n    case str() | bytes() as x: pass\n    case _: x = 4\nx
match $a:\n    case $K(x): pass\n    case _: x = 4\nx
match $a:\n    case $K(real=x): pass\n    case $K(x=x): pass\n    case _: x = 4\nx
match $a:\n    case $K(x, y): pass\n    case object(x=x): pass\n    case _: x = 4\nx
range(3) == $a
$a in range(3)
range(3).index($a)
range(3).count($a)
$a is $v
operator.eq($a, $v)
operator.contains([$a], $v)
operator.countOf([$a], $v)
slice(1, $a) == slice(1, $v)
slice(1, $a) < slice(1, $v)
""".strip().split("\n")
