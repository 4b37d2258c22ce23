"""Operators of subclasses of built-in types: which slot is asked first, and what the right operand may say."""


class Adds:
    def __radd__(self, other):
        print("  radd", other)
        return "added"

    def __ror__(self, other):
        print("  ror", other)
        return "ored"

    def __iter__(self):
        print("  iter")
        return iter([(3, 4)])


class Items(list):
    pass


class Real(float):
    def __radd__(self, other):
        print("  radd of Real", other)
        return NotImplemented


class Plane(complex):
    def __eq__(self, other):
        print("  eq of Plane", other)
        return False

    __hash__ = None


class Powers:
    def __rpow__(self, other, modulus=None):
        return "rpow"


class Number(int):
    pass


def attempt(act):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)


def in_place(left, sign, right):
    if sign == "+=":
        left += right
    elif sign == "*=":
        left *= right
    elif sign == "|=":
        left |= right
    elif sign == "&=":
        left &= right
    return left


attempt(lambda: in_place([1], "+=", Adds()))
attempt(lambda: in_place(Items([1]), "+=", Adds()))
attempt(lambda: in_place({1: 2}, "|=", Adds()))
attempt(lambda: in_place({1}, "|=", Adds()))
attempt(lambda: in_place(Number(2), "*=", "ab"))
attempt(lambda: in_place(2, "*=", "ab"))
attempt(lambda: in_place({}, "*=", Number(2)))
attempt(lambda: in_place(bytearray(b"x"), "+=", b"y"))
array = bytearray(b"x")
attempt(lambda: in_place(array, "+=", array))
attempt(lambda: in_place(1, "+=", Real(0.5)))
attempt(lambda: [1, b"abc"].index(Plane(1)))
attempt(lambda: Plane(1) in range(3))
attempt(lambda: pow(Powers(), 2, 3))
attempt(lambda: 2 ** Powers())
for view in ({"a": 1}.items(), {"a": 1}.keys()):
    attempt(lambda: 1 | view)
    attempt(lambda: view & 1)
    attempt(lambda: [] - view)
    attempt(lambda: sorted(["a", "b"] | view, key=str))
    attempt(lambda: sorted(["a", "b"] ^ view, key=str))
    attempt(lambda: sorted(["a", "b"] & view, key=str))
    attempt(lambda: {1}.__lt__(view))


class Group(set):
    def __iter__(self):
        return iter([7, 8])


print(Group([1]), Group(), Group([1]).isdisjoint([1]), {1}.isdisjoint(Group([1])))


class Text(str):
    def __str__(self):
        return "str of Text"


text = Text("nothing to fill")
print(text.format(1) is text, type(text % ()), str.__format__(text, ""), format(text, ""), f"{text:>20}", type(iter(text)).__name__)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        print("  hash", self.n)
        return self.n

    def __eq__(self, other):
        return self.n == other.n


left, right = {Key(1), Key(2)}, {Key(2), Key(3)}
print("sets know their hashes")
print(len(left & right), len(left | right), len(left - right))


class Filled(list):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        print("  made", list(self))
        return self


class Empty(dict):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        print("  not filled", dict(self), args)


print(Filled("ab"), Empty({1: 2}))
