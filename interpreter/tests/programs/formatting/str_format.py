class Shaped:
    x = 1
    table = {'key': [1, 2, {'deep': 'found'}]}
    def __format__(self, spec): return f'shaped<{spec}>'
    def __repr__(self): return 'Shaped()'


def attempt(template, *args, **keywords):
    try:
        print(repr(template), repr(template.format(*args, **keywords)))
    except Exception as error:
        print(repr(template), type(error).__name__, error)


s = Shaped()
for template, args, keywords in [
    ('{} {}', (1, 2), {}), ('{1} {0}', (1, 2), {}), ('{0} {}', (1,), {}), ('{} {0}', (1,), {}), ('{a}', (), {'a': 1}), ('{}', (), {}), ('{a}', (), {}),
    ('{0.x} {0.table[key][2][deep]}', (s,), {}), ('{0[0]} {0[1]}', ([1, 2],), {}), ('{0[-1]}', ([1],), {}), ('{0[-1]}', ({'-1': 2},), {}),
    ('{!r} {!s} {!a}', 'ééé', {}), ('{!x}', (1,), {}), ('{:{}}|', (1, 5), {}), ('{:{w}.{p}f}', (3.14159,), {'w': 10, 'p': 2}), ('{{}} {{{}}}', (1,), {}),
    ('{', (), {}), ('}', (), {}), ('{0', (1,), {}), ('{:', (1,), {}), ('{!r:>10}|', ('a',), {}), ('{0.nothing}', (1,), {}), ('{0[5]}', ([1],), {}),
    ('{:abc}', (s,), {}), ('{!r:>12}|', (s,), {}), ('{:{:{}}}', (1, 2, 3), {}), ('{0[}', (1,), {}), ('{0.}', (1,), {}), ('{0[]}', (1,), {}),
    ('{a b}', (), {'a b': 3}), ('{:d}', ('x',), {}), ('{01}', (1, 2), {}), ('{-1}', (1,), {}),
]:
    attempt(template, *args, **keywords)


class Default(dict):
    def __missing__(self, key): return f'<{key}>'


print('{x} {y}'.format_map(Default(x=1)), '{0[a]} {0[b]}'.format(Default(a=1)))
