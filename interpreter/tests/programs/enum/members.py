from enum import Enum, auto


class Colour(Enum):
    """Three colours."""

    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self): return self.name.lower()

    @property
    def hex(self): return f'{self.value:06x}'

    @classmethod
    def default(cls): return cls.RED


print(Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, type(Colour.RED), Colour.__doc__)
print(list(Colour), len(Colour), Colour['GREEN'], Colour(3), Colour.CRIMSON is Colour.RED, Colour(Colour.BLUE))
print(Colour.__members__, Colour.GREEN in Colour, Colour.RED.describe(), Colour.RED.hex, Colour.default())
print(list(reversed(Colour)), bool(Colour), Colour, type(Colour), Colour.RED.__objclass__)
print({Colour.RED: 'r'}[Colour.CRIMSON], Colour.RED == 1, Colour.RED == Colour.CRIMSON, hash(Colour.RED) == hash('RED'))
print(format(Colour.RED, '>12'), f'{Colour.RED!r:>20}', dir(Colour), dir(Colour.RED))
for wrong in (
    lambda: Colour(9),
    lambda: Colour['PINK'],
    lambda: Colour.PINK,
    lambda: setattr(Colour, 'RED', 2),
    lambda: delattr(Colour, 'RED'),
    lambda: setattr(Colour.RED, 'value', 3),
    lambda: Colour.RED < Colour.BLUE,
    lambda: Colour.RED.nothing,
    lambda: Colour(),
):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
match Colour(2):
    case Colour.RED:
        print('red')
    case Colour.GREEN:
        print('green')


class Chosen(Enum):
    X = auto()
    Y = auto()
    Z = 10
    W = auto()


print([member.value for member in Chosen])
