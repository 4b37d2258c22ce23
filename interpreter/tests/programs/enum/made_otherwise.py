from enum import Enum, IntEnum, auto, member, nonmember


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Labelled(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    A = (65, 'first')
    B = (66, 'second')


class Lower(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f'{name.lower()}-{start}-{count}-{last_values}'

    ALPHA = auto()
    BETA = auto()


class Lenient(Enum):
    YES = 'yes'
    NO = 'no'

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()]
        return 5 if value == 5 else None


print(Planet.EARTH, Planet.EARTH.value, Planet.EARTH.mass, Labelled.B.label, Labelled(66), Labelled.A + b'!', Labelled.A.value)
print(list(Lower))
print(Lenient('Yes'))
for value in (7, 5, 'maybe'):
    try:
        Lenient(value)
    except Exception as error:
        print(type(error).__name__, error, '|', repr(error.__context__))


class Kinds(Enum):
    @member
    def function(): return 'called'
    @nonmember
    class Inner: pass
    plain = nonmember(3)
    wrapped = member(4)
    def method(self): return self.name


print([one.name for one in Kinds], Kinds.plain, Kinds.Inner.__name__, Kinds.wrapped.method(), Kinds.function.value())
print(list(Enum('Made', 'A B')), list(Enum('Made', [('X', 5), ('Y', 6)])), list(Enum('Made', {'P': 1})), list(IntEnum('Made', 'A, B', start=5)))
Made = Enum('Made', ['a', 'b'], type=str, module='elsewhere', qualname='other.Made')
print(list(Made), Made.__module__, Made.__qualname__, Made)


class Ignoring(Enum):
    _ignore_ = 'number body'
    body = vars()
    for number in range(3):
        body[f'N{number}'] = number


class Ordered(Enum):
    _order_ = 'A B'
    A = 1
    B = 2
    ALSO_A = 1


print(list(Ignoring), list(Ordered))
