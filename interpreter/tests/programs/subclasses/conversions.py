"""Conversions of objects whose special methods answer what they should not, with the warnings there are."""

import math
import operator


class Index:
    def __init__(self, result):
        self.result = result

    def __index__(self):
        return self.result


class Converts:
    def __init__(self, result):
        self.result = result

    def __int__(self):
        return self.result

    def __float__(self):
        return self.result

    def __complex__(self):
        return self.result


class Truncates:
    def __trunc__(self):
        return 7


class TextIndex(str):
    def __index__(self):
        return 1


class Number(int):
    pass


class Real(float):
    pass


class Plane(complex):
    pass


def attempt(act):
    try:
        value = act()
        print(type(value).__name__, repr(value))
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: operator.index(Index(True)))
attempt(lambda: operator.index(Index(Number(3))))
attempt(lambda: operator.index(Number(4)))
attempt(lambda: operator.index(Index("x")))
attempt(lambda: int(Converts(True)))
attempt(lambda: int(Converts(Number(3))))
attempt(lambda: int(Converts(2.5)))
attempt(lambda: int(Truncates()))
attempt(lambda: float(Converts(Real(1.5))))
attempt(lambda: float(Converts(1)))
attempt(lambda: complex(Converts(Plane(1j))))
attempt(lambda: complex(Converts(1.5)))
attempt(lambda: complex("1", Converts(1)))
attempt(lambda: complex(1, "2"))
attempt(lambda: complex({}, Converts(1.0)))
attempt(lambda: complex(1, []))
attempt(lambda: complex(Index(2), Index(3)))
attempt(lambda: [1, 2, 3][TextIndex("x")])
attempt(lambda: [1, 2, 3][TextIndex("x"):])
attempt(lambda: "abc".find("c", TextIndex("x")))
attempt(lambda: [1, 2, 3].index(2, Index(1)))
attempt(lambda: (1, 2, 3).index(2, Index(2)))
attempt(lambda: range(5)[Index(1):[]])
attempt(lambda: [0] * TextIndex("x"))
attempt(lambda: bytearray(b"abc").pop(TextIndex("x")))
attempt(lambda: (5).to_bytes(TextIndex("x"), "big"))
attempt(lambda: [1][Index(2**70)])
attempt(lambda: (1,)[Index(-2**70)])
attempt(lambda: len(type("Long", (), {"__len__": lambda self: 2**70})()))
attempt(lambda: slice(0, 9).indices(Index(2**70)))
attempt(lambda: slice(None, None, 2**70).indices(5))
attempt(lambda: round(2.675, Index(-2**70)))
attempt(lambda: round(2.675, 2**70))
attempt(lambda: list(enumerate("ab", True)))
attempt(lambda: sorted([2, 1], reverse=Index(1)))
attempt(lambda: sorted([2, 1], reverse=None))
attempt(lambda: sorted([2, 1], reverse=2**40))
attempt(lambda: operator.length_hint([1], Index(2)))
attempt(lambda: operator.length_hint(1, Index(2)))
attempt(lambda: operator.length_hint(1, 2**70))
attempt(lambda: "%d" % Converts(3))
attempt(lambda: "%d %i" % (Real(2.5), True))
attempt(lambda: b"%d" % Converts(3))
attempt(lambda: "%x" % Converts(3))
attempt(lambda: b"%f" % Converts("x"))
attempt(lambda: math.fsum([Converts(1.5), "x"]))
attempt(lambda: bool(NotImplemented))
attempt(lambda: bytes(type("Own", (str,), {"__bytes__": lambda self: b"own"})("x")))
attempt(lambda: str.maketrans(type("Table", (dict,), {})()))
attempt(lambda: isinstance(type("Claims", (), {"__class__": property(lambda self: int)})(), int))
print("a", flush=Index(1))
