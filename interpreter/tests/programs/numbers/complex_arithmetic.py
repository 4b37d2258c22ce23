def attempt(what, *args):
    try:
        print(repr(what(*args)), end=' ')
    except Exception as error:
        print(type(error).__name__, error, end=' ')


values = [0j, 1j, 1 + 2j, -1 - 2j, complex(0.0, -0.0), complex(-0.0, 0.0), 1e300 + 1e300j, complex('inf'), 3 + 0j]
for a in values:
    for what in (str, abs, bool, lambda a: a.conjugate(), lambda a: -a, lambda a: (a.real, a.imag), lambda a: a ** 2, lambda a: a ** -1, int, float,
                 lambda a: a < 1, lambda a: a // 1, lambda a: a % 1, round):
        attempt(what, a)
    print()
    for b in [2, 1.5, 1j, 2 - 3j, 0, True, 'x']:
        for what in (lambda a, b: a + b, lambda a, b: b - a, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: b / a, lambda a, b: a == b):
            attempt(what, a, b)
        print()
for text in ['1', '1j', ' 1+2j ', '(1+2j)', '1 + 2j', 'j', '-j', '1e3j', 'inf', 'nan+nanj', '1+', 'x', '', '1_0+2_0j', '(1']:
    attempt(complex, text)
print()


class Has:
    def __complex__(self): return 4j


class Float:
    def __float__(self): return 2.5


class Wrong:
    def __complex__(self): return 1


for args in [(1, 2), (1j, 1j), ('1', 2), (1, '2'), (None,), (), (Has(),), (Float(), Float()), (Wrong(),), (10 ** 400,)]:
    attempt(complex, *args)
print(hash(1 + 0j) == hash(1), {1 + 0j: 'a', 1: 'b'}, sum([1j, 2]), f'{1 + 2j:.2f} {1 + 2j:>10} {1 + 2j:+e}', 1j == 1, 0j == -0.0)
