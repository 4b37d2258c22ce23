from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntFlag, StrEnum, auto, unique, verify


def refused(make):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error)


def extended():
    class Base(Enum):
        A = 1
    class Derived(Base):
        B = 2


def twice():
    class E(Enum):
        A = 1
        A = 2


def method_and_member():
    class E(Enum):
        def a(self): pass
        a = 1


def reserved():
    class E(Enum):
        _bad_ = 1


def called_mro():
    class E(Enum):
        mro = 1


def wrong_order():
    class E(Enum):
        _order_ = 'B A'
        A = 1
        B = 2


def no_text():
    class E(StrEnum):
        A = 1


def enum_first():
    class E(Enum, int):
        A = 1


def duplicates():
    @unique
    class E(Enum):
        A = 1
        B = 1
        C = 1


def fails_inside():
    class E(Enum):
        A = 1
        def __init__(self, value): raise KeyError(value)


def verified(check, base, **members):
    refused(lambda: verify(check)(base('E', members)))


for make in (extended, twice, method_and_member, reserved, called_mro, wrong_order, no_text, enum_first, duplicates, fails_inside):
    refused(make)
verified(UNIQUE, Enum, A=1, B=1)
verified(CONTINUOUS, Enum, A=1, B=4)
verified(CONTINUOUS, IntFlag, A=1, B=8)
verified(NAMED_FLAGS, Flag, A=1, B=12)
print(list(verify(UNIQUE, CONTINUOUS)(Enum('Fine', 'A B'))))
refused(lambda: Enum('Empty', '')(1))
