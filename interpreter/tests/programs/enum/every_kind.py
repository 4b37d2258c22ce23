"""Enums every which way."""
import enum
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / self.radius ** 2


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Level(IntEnum):
    LOW = 1
    HIGH = 10

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()]
        return None


class Suit(StrEnum):
    CLUBS = auto()
    SPADES = auto()


class State(Enum):
    def _generate_next_value_(name, start, count, last):
        return name.lower().replace("_", "-")
    NOT_STARTED = auto()
    DONE = auto()
    FINISHED = "done"

    def __str__(self):
        return f"<{self.name}>"


for p in Planet:
    print(p, repr(p), f"{p.gravity:.2f}")
print(Perm.R | Perm.X, repr(Perm.RW), Perm.RW & ~Perm.R, list(Perm.RW), Perm(0), Perm(7), Perm.R in Perm.RW, len(Perm.RW))
print(Level.LOW < Level.HIGH, Level.LOW + 1, Level("high"), f"{Level.LOW} {Level.LOW!r} {Level.HIGH:>5}", sorted(Level, reverse=True))
print(Suit.CLUBS, f"{Suit.SPADES:^10}|", Suit.CLUBS + "!", repr(Suit("spades")), Suit.CLUBS == "clubs")
print([s.value for s in State], State.FINISHED is State.DONE, State.__members__.keys(), State.DONE, f"{State.DONE}")
for bad in (lambda: Planet(3), lambda: Level("nope"), lambda: Perm(16), lambda: Suit.HEARTS, lambda: setattr(Level, "LOW", 3), lambda: Planet.EARTH.EARTH.mass):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
Animal = Enum("Animal", "CAT DOG", start=5)
print(list(Animal), Animal["CAT"].value, Animal.DOG.name)
print(Level.HIGH.real, {Level.LOW: "x"}[1], isinstance(Level.LOW, int), Perm.W.value, bool(Perm(0)))
try:
    class More(Level):
        X = 3
except TypeError as e:
    print(e)
print(Planet.EARTH < Planet.MERCURY)
