# Assigning and deleting items and attributes where a class can do one of them, or none.
def t(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)


class Del:
    def __delitem__(self, i):
        pass


class Set:
    def __setitem__(self, i, v):
        pass


class Get:
    def __getitem__(self, i):
        return i


class DelA:
    def __delattr__(self, n):
        print("delattr", n)


class SetA:
    def __setattr__(self, n, v):
        print("setattr", n)


class DG:
    def __delete__(self, o):
        print("delete")


class DS:
    def __set__(self, o, v):
        print("set")


class DGet:
    def __get__(self, o, c):
        return "get"


class Host:
    d, s, g = DG(), DS(), DGet()


def seti(x):
    def f():
        x[1] = 2

    return f


def deli(x):
    def f():
        del x[1]

    return f


def aug(x):
    def f():
        x[1] += 2

    return f


def sl(x):
    def f():
        x[1:2] = 5

    return f


def dsl(x):
    def f():
        del x[1:2]

    return f


for x in (
    Del(),
    Set(),
    Get(),
    5,
    (1, 2),
    "ab",
    b"ab",
    frozenset(),
    None,
    range(3),
    int,
    len,
    [],
    {},
    set(),
    object(),
    Host,
    lambda: 1,
    slice(1),
    type(dict().keys()),
    iter([]),
    ...,
    NotImplemented,
    1.5,
    1j,
    bytearray(b"abc"),
    Del,
    Set,
):
    for f in (seti, deli, aug, sl, dsl):
        t(type(x).__name__ + " " + f.__name__, f(x))
h = Host()


def seta(n):
    def f():
        setattr(h, n, 1)

    return f


def dela(n):
    def f():
        delattr(h, n)

    return f


for n in "dsgx":
    t("set " + n, seta(n))
    t("del " + n, dela(n))
t("DelA", lambda: setattr(DelA(), "x", 1))
t("DelA", lambda: delattr(DelA(), "x"))
t("SetA", lambda: setattr(SetA(), "x", 1))
t("SetA", lambda: delattr(SetA(), "x"))


class Both(Del):
    __setitem__ = None
    __delitem__ = None


t("none", seti(Both()))
t("none", deli(Both()))


class Sub(list):
    def __delitem__(self, i):
        print("sub del", i)


s = Sub([1, 2, 3])
t("sub", seti(s))
t("sub", deli(s))
t("sub", dsl(s))
t("sub", sl(s))
print(s)


class Sub2(dict):
    def __setitem__(self, i, v):
        print("sub set", i)


s = Sub2({1: 2})
t("sub2", seti(s))
t("sub2", deli(s))
t("sub2", deli(s))
t("sub2", aug(s))
print(s)
import operator

t("op", lambda: operator.setitem(Del(), 1, 2))
t("op", lambda: operator.delitem(Set(), 1))
t("op", lambda: operator.getitem(Set(), 1))
t("type", lambda: Del.__setitem__)
t("hasattr", lambda: (hasattr(Del, "__setitem__"), hasattr(Set, "__delitem__"), hasattr(Host.d, "__set__")))


class Meta(type):
    def __delitem__(c, i):
        print("meta del", i)

    def __getitem__(c, i):
        return ("meta", i)


class WithMeta(metaclass=Meta):
    pass


t("meta", seti(WithMeta))
t("meta", deli(WithMeta))
t("meta", aug(WithMeta))
