"""Attributes, copies and states of objects that stand for built-in things."""

import copy


class Base:
    def who(self):
        return ["base"]


class Derived(Base):
    def who(self):
        return ["derived"] + self.up.who()


Derived.up = super(Derived)
print(Derived().who(), type(Derived.up).__name__)


class Documented(property):
    "the subclass"


class Holder:
    @Documented
    def first(self):
        "of the getter"

    @first.setter
    def first(self, value):
        pass

    @Documented
    def second(self):
        pass

    @classmethod
    def made(cls) -> int:
        "of the method"

    @staticmethod
    def plain(a: int):
        pass


print(Holder.first.__doc__, Holder.second.__doc__)
print(Holder.__dict__["made"].__dict__, Holder.__dict__["plain"].__dict__)


class Tree:
    def __init__(self, label):
        self.label = label

    def __dict__(self):
        return {self.label: []}


class Weak:
    __weakref__ = 1


print(Tree("x").__dict__(), Weak.__weakref__)
for make in (lambda: iter([1, 2, 3]), lambda: iter("añb"), lambda: iter((1, 2, 3)), lambda: iter(b"abc"), lambda: iter(range(1, 9, 3)),
             lambda: reversed([1, 2, 3]), lambda: iter({1: 2, 3: 4, 5: 6}.items())):
    it = make()
    next(it)
    twin = copy.copy(it)
    print(list(twin), list(it))
for make in (lambda: iter([1, 2, 3]), lambda: iter("añb"), lambda: iter((1, 2, 3)), lambda: reversed([1, 2, 3]), lambda: iter(bytearray(b"abc"))):
    it = make()
    it.__setstate__(1)
    print(list(it))
    it.__setstate__(0)
    print(list(it))


def generator():
    try:
        yield 1
    finally:
        print("finally")


it = generator()
next(it)
it.__del__()
print(list(it))


class Simple:
    pass


simple = Simple()
print([name for name in dir(simple) if name.startswith("__g") or name.startswith("__r")], simple.__getstate__())
simple.a = 1
print(simple.__getstate__(), simple.__reduce_ex__(2)[1:], "__doc__" in dir(5), hasattr(None, "__doc__"))
print(object.__dir__, object.__sizeof__, object.__repr__, list.__reversed__)


class Number:
    def __init__(self, *bases):
        self.__bases__ = bases


class Instance:
    def __init__(self, kind):
        self.kind = kind

    __class__ = property(lambda self: self.kind)


one = Number()
two = Number(one)
print(issubclass(two, one), isinstance(Instance(two), one), isinstance(Instance(one), two))
for wrong in (lambda: isinstance(1, Simple()), lambda: issubclass(Simple(), one), lambda: issubclass(int, Simple())):
    try:
        wrong()
    except TypeError as error:
        print(error)
array = bytearray(6)
array[1::2] = (n for n in (1, 2, 3))
array[0:2] = range(2)
print(array)
dense = dict.fromkeys(range(20_000))
sparse = {}
for i in range(20_000):
    sparse[i << 20] = i
print(sum(i in dense for i in range(20_000, 40_000)), len(sparse))


def starred(*args: *tuple[int, ...]):
    pass


print(starred.__annotations__, [*list[int]], list[int] == next(iter(list[int])))
