x, word, width, places = 3.14159, 'abc', 10, 3
table = {'k': 'v'}
print(f'{x:{width}.{places}}|', f'{x!r:>{width}}|', f'{word=}', f'{x=:.2f}', f'{word!s:^{width}}|', f"{table['k']!r}", f'{ word = }', f'{x = !s}')
print(f'{{}} {{{x:.1f}}}', f'{"nested " + f"{word}"}', f'{[i for i in range(3)]}', f'{(lambda z: z * 2)(4)}')
print(f'{ {1: 2}[1] }', f'{word:*^{width + 2}}', f'{1_000_000:,}', rf'\d{word}', F'{word}' 'b' f'{word}' "c", f'{word:{"^"}{width}}|')
print(f'''{
    x
    + 1
:.2f}''', f'{"a" if x > 3 else "b"}', f'{x > 3}', f'{word[::-1]}', f'{1, 2}', f'{*[1, 2],}', f'{word!a}', f'{0xff:#x}', f'{-5:05}')


class Shows:
    def __format__(self, spec): return repr(spec)
    def __str__(self): return 'as str'
    def __repr__(self): return 'as repr'


s = Shows()
print(f'{s}', f'{s:x}', f'{s!r}', f'{s!s:>8}', f'{s:{word}{width}}', f'{s=}', f'{s = !s}', f'{s=:z}')
print(f'{(n := 5)}', n, f'{n:=5}|', f'{n!=5}', f'{n==5}', f'{n<=5}')


def talks():
    print(f'{(yield 1)} and {(yield 2)}')


t = talks()
print(next(t), t.send('first'))
try:
    t.send('second')
except StopIteration:
    pass


def told(name):
    print('evaluating', name)
    return name


print(f'{told("a")}{told("b"):{told(">")}{told("5")}}{told("c")!r}')
for wrong in (lambda: f'{x:d}', lambda: f'{word:.2f}', lambda: f'{None:5}', lambda: f'{undefined}', lambda: f'{word:{width}{width}d}'):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
