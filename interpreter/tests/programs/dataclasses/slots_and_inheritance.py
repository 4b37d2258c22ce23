from dataclasses import dataclass, make_dataclass, is_dataclass


@dataclass(slots=True)
class Base:
    a: int
    b: int = 2


@dataclass(slots=True)
class Child(Base):
    c: int = 3
    a: str = 'one'


print(Base(1), Child(), Base.__slots__, Child.__slots__)
try:
    Base(1).other = 1
except AttributeError as error:
    print(error)
Point = make_dataclass('Point', ['x', ('y', int, 5)], namespace={'sum': lambda self: self.x + self.y})
print(Point(1), Point(1).sum(), is_dataclass(Point), is_dataclass(Point(1)), is_dataclass(int))
