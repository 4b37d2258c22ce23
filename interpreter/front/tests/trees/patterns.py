# Every kind of pattern.
match a:
    case 1: pass
    case -1 | 1.5 | -2.5j | 1 + 2j | -1 - 2j: pass
    case 'a' 'b' | b'c': pass
    case None | True | False: pass
    case a.b | a.b.c: pass
    case x if x > 0: pass
    case [] | (): pass
    case [a] | (a,): pass
    case [a, b, *c] | (a, b, *c): pass
    case a, b: pass
    case a, *_: pass
    case *_, a: pass
    case (a) if b: pass
    case (1 | 2) as b: pass
    case [1, [2, x]] as y: pass
    case {}: pass
    case {'a': 1, b.c: x, -1: [y]}: pass
    case {'a': 1, **rest}: pass
    case {**rest}: pass
    case {None: a, True: b,}: pass
    case A(): pass
    case A.B(1, x, y=2, z=[w]): pass
    case A(1,): pass
    case A(x=1,): pass
    case _: pass
match a, b:
    case 1, 2:
        pass
match *a, b:
    case _:
        pass
match (a):
    case _ if b: pass
match -a:
    case _: pass
match {1: 2}:
    case _: pass
