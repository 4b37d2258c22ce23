# Who is asked, and in which order.
class Base:
    def __init__(self, name): self.name = name
    def __add__(self, other):
        print(f'{self.name} + ...')
        return NotImplemented if other == 'no' else 'sum'
    def __radd__(self, other):
        print(f'... + {self.name}')
        return 'reflected'
    def __sub__(self, other):
        print(f'{self.name} - ...')
        return NotImplemented


class Derived(Base):
    def __radd__(self, other):
        print(f'... + derived {self.name}')
        return 'derived first'
    def __rsub__(self, other): return 'rsub of derived'


class Silent(Base): pass


print(Base('a') + Derived('b'))
print(Base('a') + Silent('b'))
print(Derived('a') + Base('b'))
print(1 + Base('a'))
print(Base('a') - Derived('b'))
for wrong in (lambda: Base('a') + 'no', lambda: Base('a') - Base('b'), lambda: Base('a') * 2, lambda: 2 ** Base('a'), lambda: Base('a') @ 1,
              lambda: divmod(Base('a'), 2), lambda: -Base('a'), lambda: ~Base('a'), lambda: abs(Base('a')), lambda: Base('a') < Base('b'),
              lambda: Base('a') << 1, lambda: 1 >> Base('a'), lambda: pow(Base('a'), 2, 3), lambda: Base('a')[0], lambda: 1 in Base('a')):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
