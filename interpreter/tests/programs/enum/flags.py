from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto


class Access(Flag):
    READ = auto()
    WRITE = auto()
    RUN = auto()
    BOTH = READ | WRITE


print(Access.READ, repr(Access.READ), Access.READ | Access.RUN, repr(Access.READ | Access.RUN), Access.BOTH, Access(0), repr(Access(0)))
print(list(Access), len(Access), list(Access.BOTH), len(Access.BOTH), Access.READ in Access.BOTH, Access.RUN in Access.BOTH)
print(Access.READ & Access.WRITE, Access.READ ^ Access.BOTH, ~Access.READ, repr(~Access(0)), Access.READ | Access.WRITE is Access.BOTH)
print(Access(7), Access(-1), Access(-2), bool(Access(0)), Access.__members__, Access, (Access.READ | Access.RUN).name, Access(0).name)
for wrong in (lambda: Access(8), lambda: Access('x'), lambda: Access.READ | 1, lambda: 1 in Access.BOTH, lambda: Access(-9)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(Mode.A, repr(Mode.A), repr(Mode.A | Mode.B), repr(Mode.A | 8), repr(Mode(15)), repr(~Mode.A), Mode.A + 1, Mode.A == 1, repr(5 & Mode.C))
print(list(Mode(5)), f'{Mode.A | Mode.B}', str(Mode.A | Mode.C), Mode(-1), Mode.A < Mode.B, repr(Mode(0)))


class Strict(Flag, boundary=STRICT):
    A = 1


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Eject(IntFlag, boundary=EJECT):
    A = 1


class Keep(Flag, boundary=KEEP):
    A = 1


print(Conform(7), repr(Conform(6)), Eject(3), type(Eject(3)), Keep(9), repr(Keep(9)), Strict._boundary_)
try:
    Strict(3)
except ValueError as error:
    print(error)


class Named(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1
    ALL = 7


class Hollow(Flag):
    NOTHING = 0
    ONE = 1
    FOUR = 4
    NEXT = auto()


print(Named(7), Named(6), repr(Named(6)), Named.ALL.name, list(Named), Hollow.NOTHING, repr(Hollow(0)), list(Hollow), Hollow.NEXT.value, ~Hollow.ONE)
total = Access(0)
for one in Access:
    total |= one
print(total, total is Access(7), [one.name for one in total])
