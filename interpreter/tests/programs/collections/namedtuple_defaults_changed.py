"""The defaults of a named tuple stand in its __new__, where they can be changed."""

from collections import namedtuple

Point = namedtuple('Point', 'x y z', defaults=[0])
print(Point.__new__.__defaults__, Point._field_defaults, Point(1, 2))
Point.__new__.__defaults__ = (5, 6, 7)
print(Point(), Point(1), Point(1, z=3))
Point.__new__.__defaults__ = None
try:
    Point(1)
except TypeError as error:
    print(error)
Pair = namedtuple('Pair', 'a b')
print(Pair.__new__.__defaults__)
Pair.__new__.__defaults__ = (None,) * len(Pair._fields)
print(Pair(), Pair(b=1))
