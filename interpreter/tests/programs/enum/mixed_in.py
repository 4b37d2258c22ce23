from enum import Enum, IntEnum, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Word(StrEnum):
    ONE = auto()
    TWO = 'deux'


class OldText(str, Enum):
    A = 'x'


class OldNumber(int, Enum):
    A = 1


class Ratio(float, Enum):
    HALF = 0.5


class Compared(Enum):
    A = 1
    B = 2

    def __lt__(self, other): return self.value < other.value

    def __bool__(self): return self is Compared.B

    def __str__(self): return f'<{self.name}>'


class Unhashable(Enum):
    LIST = [1]
    DICT = {'a': 1}


class Base(Enum):
    def hello(self): return f'hello {self.name}'


class Derived(Base):
    WORLD = 1


print(Level.LOW, repr(Level.LOW), Level.LOW + 1, Level.LOW < Level.HIGH, Level.LOW == 1, f'{Level.LOW}', '%d' % Level.HIGH, [10, 20, 30][Level.HIGH])
print(sorted([Level.HIGH, Level.LOW]), int(Level.LOW), max(Level), Level(2), type(Level.LOW * 2), Level.HIGH.bit_length())
print(Word.ONE, repr(Word.TWO), Word.ONE == 'one', Word('deux'), Word.ONE.upper(), f'{Word.ONE:>5}', '%s' % Word.TWO, Word.TWO + '!', len(Word.ONE))
print(OldText.A, f'{OldText.A}', OldText.A == 'x', repr(OldText.A), '%s' % OldText.A, OldText.A.upper())
print(OldNumber.A, f'{OldNumber.A}', repr(OldNumber.A), OldNumber.A + 1, Ratio.HALF, Ratio.HALF + 1, repr(Ratio.HALF))
print(sorted([Compared.B, Compared.A]), Compared.A, bool(Compared.A), bool(Compared.B), [Compared.A], f'{Compared.A}')
print(Unhashable([1]), Unhashable({'a': 1}), Derived.WORLD.hello(), Derived.__mro__)
import copy
print(copy.copy(Level.LOW) is Level.LOW, copy.deepcopy([Word.ONE])[0] is Word.ONE)
