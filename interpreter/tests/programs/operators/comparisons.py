from functools import total_ordering


class Number:
    def __init__(self, value): self.value = value
    def __eq__(self, other):
        print('eq', self.value)
        return NotImplemented
    def __lt__(self, other):
        print('lt', self.value)
        return NotImplemented
    def __gt__(self, other):
        print('gt', self.value)
        return self.value
    def __contains__(self, item): return 'truthy'


print(Number(1) < Number(2), Number(1) == Number(1), Number(1) != 3)
try:
    Number(1) <= Number(2)
except TypeError as error:
    print(error)
print(5 in Number(0), Number(0) in [1], sorted([3, 1, 2], reverse=True))


@total_ordering
class Version:
    def __init__(self, *parts): self.parts = parts
    def __eq__(self, other): return self.parts == other.parts
    def __lt__(self, other): return self.parts < other.parts
    def __repr__(self): return '.'.join(map(str, self.parts))


print(Version(1, 2) <= Version(1, 10), Version(2) > Version(1, 9), Version(1) >= Version(1), max(Version(1), Version(0, 9)))


class Chain:
    def __init__(self, name): self.name = name
    def __lt__(self, other):
        print(self.name, '<', other.name)
        return self.name < other.name


def make(name):
    print('make', name)
    return Chain(name)


print(make('a') < make('c') < make('b') < make('z'))


class Vector:
    """What a comparison answers need not be a bool."""

    def __init__(self, *items): self.items = items
    def __eq__(self, other): return Vector(*[a == b for a, b in zip(self.items, other.items)])
    def __bool__(self): return all(self.items)
    def __repr__(self): return f'Vector{self.items}'


print(Vector(1, 2) == Vector(1, 3), Vector(1, 2) != Vector(1, 3), [Vector(1)] == [Vector(2)])
for wrong in (lambda: 1 < 'a', lambda: [] < (), lambda: None >= None, lambda: {} < {}, lambda: 1j < 2j, lambda: [1, 'a'] < [1, 2], lambda: object() < 1):
    try:
        wrong()
    except TypeError as error:
        print(error)
