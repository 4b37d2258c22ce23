# The methods of dataclasses are called by the place where the class stands; what a call lacks is told by that name.
import dataclasses
import typing
from dataclasses import dataclass, field, make_dataclass


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def make():
    @dataclass(order=True)
    class Point:
        x: int
        y: int = 0
        z: int = field(default=0, kw_only=True)

    return Point


class Outer:
    @dataclass(frozen=True)
    class Inner:
        a: int
        b: int
        c: int = 3


Point = make()
t(lambda: Point())
t(lambda: Point(1, 2, 3))
t(lambda: Point(1, x=2))
t(lambda: Point(1, q=2))
t(lambda: Outer.Inner())
t(lambda: Outer.Inner(1, 2, 3, 4))
t(lambda: Outer.Inner(b=1))
for cls in (Point, Outer.Inner):
    for name in ('__init__', '__repr__', '__eq__', '__lt__', '__setattr__', '__hash__'):
        method = cls.__dict__.get(name)
        print(name, getattr(method, '__qualname__', method))
print(Point(1), Outer.Inner(1, 2))
t(lambda: make_dataclass('X', ['a'], foo=1))
t(lambda: make_dataclass('X', [('x', typing.ClassVar[int], field(kw_only=True))]))
t(lambda: dataclasses.is_dataclass(make_dataclass('X', ['a'], frozen=True, order=True)))
