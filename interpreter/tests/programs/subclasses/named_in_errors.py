"""Errors about objects of subclasses name the subclass, not the type inside."""


class Text(str):
    pass


class Data(bytes):
    pass


class Number(int):
    pass


class Real(float):
    pass


class Items(list):
    pass


class Group(set):
    pass


class Plane(complex):
    pass


def attempt(act):
    try:
        print(repr(act()))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: ord(Items()))
attempt(lambda: ord(Text("")))
attempt(lambda: format(1, Number(2)))
attempt(lambda: format(1, None))
attempt(lambda: "abc".split(Items()))
attempt(lambda: "abc".center(9, Real(1)))
attempt(lambda: "abc".startswith(Items()))
attempt(lambda: "abc".encode(Items()))
attempt(lambda: str(b"a", Data(b"x")))
attempt(lambda: bytes("a", Items()))
attempt(lambda: bytearray(1, Items()))
attempt(lambda: Group()[0])
attempt(lambda: Plane()[0])
attempt(lambda: iter(Plane()))
attempt(lambda: 1 in Real())
attempt(lambda: [Real(1)] < [Items()])
attempt(lambda: (1, Items()) < (1, Real()))
attempt(lambda: slice(1, Items()) < slice(1, 2))
attempt(lambda: [1, 2][Number(2**70)])
attempt(lambda: [1] * Number(2**70))
attempt(lambda: b"ab" * Number(-2**70))
attempt(lambda: bytes(Real(1)))
attempt(lambda: bytearray(Plane(1)))
attempt(lambda: bytearray().extend(Real(1)))
attempt(lambda: int.from_bytes(Real(1), "big"))
attempt(lambda: float(Data(b"x")))
attempt(lambda: float(Text("x")))
attempt(lambda: f"{Text('x'):d}")
attempt(lambda: "{:>6}".format(Items()))
attempt(lambda: {Items(): 1})
attempt(lambda: {{}.items(): 1})
attempt(lambda: sum([], Text("x")))
attempt(lambda: sum([], Data(b"x")))
attempt(lambda: sum(1, "x"))
attempt(lambda: (lambda *args: args)(*Number(1)))
attempt(lambda: (lambda **args: args)(**Number(1)))
attempt(lambda: {**Real(1)})
attempt(lambda: [*Real(1)])
attempt(lambda: str.__format__(Items(), ""))
attempt(lambda: set.__contains__(Items(), 1))
attempt(lambda: set.__len__(Items()))
attempt(lambda: object.__new__(Items))
attempt(lambda: object.__new__(Items()))
attempt(lambda: list.__new__(Number(1)))
attempt(lambda: dict.__new__())
attempt(lambda: reversed(Group()))
for value in (Items(), Text("x"), Group(), Number(1), {}, object()):
    for at in (0, slice(1), "x"):
        try:
            del value[at]
        except Exception as error:
            print(type(error).__name__, error)
x, y = 1, Number(2)
attempt(lambda: [*x] if x else None)
try:
    (x, y), z = Number(3), 1
except TypeError as error:
    print(error)
