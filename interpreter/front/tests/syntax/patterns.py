##### patterns: wildcard first
match x:
    case _: pass
    case 1: pass
##### patterns: capture first
match x:
    case y: pass
    case 1: pass
##### patterns: capture with a guard first
match x:
    case y if z: pass
    case 1: pass
##### patterns: capture in an or
match x:
    case y | 1: pass
##### patterns: wildcard in parentheses first
match x:
    case (_): pass
    case 1: pass
##### patterns: name bound twice
match x:
    case [a, a]: pass
##### patterns: name bound twice with as
match x:
    case [a] as a: pass
##### patterns: name bound twice in a class
match x:
    case A(b, c=b): pass
##### patterns: name bound twice with a star
match x:
    case [a, *a]: pass
##### patterns: name bound twice in a mapping
match x:
    case {'k': a, **a}: pass
##### patterns: alternatives differ
match x:
    case [a] | [b]: pass
##### patterns: alternatives differ, nested
match x:
    case [1, [a, 2]] | [3]: pass
##### patterns: two stars
match x:
    case [*a, *b]: pass
##### patterns: star alone
match x:
    case *a: pass
##### patterns: key twice
match x:
    case {1: a, 1: b}: pass
##### patterns: key twice as text
match x:
    case {'k': a, 'k': b}: pass
##### patterns: key twice as a truth value
match x:
    case {1: a, True: b}: pass
##### patterns: attribute twice
match x:
    case A(b=1, b=2): pass
##### patterns: positional after keyword
match x:
    case A(b=1, 2): pass
##### patterns: rest not last
match x:
    case {**rest, 'a': 1}: pass
##### patterns: rest without a name
match x:
    case {**_}: pass
##### patterns: key is a name
match x:
    case {a: 1}: pass
##### patterns: value is an f-string
match x:
    case f'{a}': pass
##### patterns: value is a call of a call
match x:
    case a()(): pass
##### patterns: value is a sum
match x:
    case a + b: pass
##### patterns: complex number the wrong way round
match x:
    case 1j + 2: pass
##### patterns: complex number of two reals
match x:
    case 1 + 2: pass
##### patterns: as wildcard
match x:
    case 1 as _: pass
##### patterns: as attribute
match x:
    case 1 as a.b: pass
##### patterns: as twice
match x:
    case 1 as a as b: pass
##### patterns: negative name
match x:
    case -a: pass
##### patterns: forgotten comma
match x:
    case [a b]: pass
##### patterns: empty case
match x:
    case : pass
##### patterns: match without cases
match x:
    pass
##### patterns: match of nothing
match:
    case 1: pass
##### patterns: statement between cases
match x:
    case 1: pass
    y = 1
    case 2: pass
##### patterns: star of a wildcard
match x:
    case [*_, a]: pass
##### patterns: match as a name
match = 1
match[0]
case = match
