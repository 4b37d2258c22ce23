# Classes made by a call of `type`: the metaclass of a base has its say; abstract classes of built-in types; `object.__init__`; sizes; exits.
import sys
from abc import ABC, abstractmethod


def attempt(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print("new", name, keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print("init", name, keywords)
        super().__init__(name, bases, namespace)


class OnlyInit(type):
    def __init__(cls, name, bases, namespace, **keywords):
        print("only init", name, keywords)


class Base(metaclass=Meta):
    def __init_subclass__(cls, **keywords):
        print("subclass", cls.__name__, keywords)


class Other(metaclass=OnlyInit):
    pass


for base in Base, Other, object:
    print(type(type("Made", (base,), {"x": 1})).__name__)
print(attempt(lambda: type("Made", (Base,), {}, word=1)))
print(attempt(lambda: type("Made", (Base, Other), {})))
print(type.__new__(type, "Quiet", (Base,), {}).__name__)


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Shapes(Shape, list):
    pass


class Number(int, Shape):
    pass


class Wrong(Shape, Exception):
    pass


for make, args in (Shape, ()), (Shapes, ([1],)), (Number, (5,)), (Wrong, ("x",)):
    print(attempt(make, *args))


class Plain:
    pass


class Told:
    def __init__(self, x):
        pass


for thing in Plain(), object(), 5, [], Told(1), ():
    print(type(thing).__name__, attempt(lambda: thing.__init__(5) if not isinstance(thing, list) else "list"))
print(attempt(lambda: object.__init__(Told(1), 5)))


class Big:
    def __sizeof__(self):
        return 10_000


class Odd(list):
    def __sizeof__(self):
        return "x"


class Negative:
    def __sizeof__(self):
        return -1


print(sys.getsizeof(Big()) >= 10_000, attempt(sys.getsizeof, Odd()), attempt(sys.getsizeof, Odd(), 7), attempt(sys.getsizeof, Negative()))


class Positional:
    def __init__(self, a, b, /, c=1):
        pass


print(attempt(lambda: Positional(a=1, b=2)))
print(attempt(lambda: Positional(1, b=2, d=3)))
print(attempt(lambda: Positional(1, 2, d=3)))


class Sub(property):
    pass


class Owner:
    @Sub
    def sub(self):
        return 1

    alone = property()
    inner = Sub(lambda self: 2)


for name in "sub", "alone", "inner":
    print(attempt(lambda: setattr(Owner(), name, 1)), attempt(lambda: delattr(Owner(), name)))
print(attempt(lambda: property().__set__(Owner(), 1)), attempt(lambda: Owner().alone))


class Status(SystemExit):
    code = 7


class Code(int):
    pass


try:
    sys.exit(Code(4))
except SystemExit as error:
    print(repr(error.code))
raise Status
