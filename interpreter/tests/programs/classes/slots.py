class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point(1, 2)
print(p.x, Point.x, type(Point.x), list(Point.__dict__))
for wrong in ('z', '__dict__', '__weakref__'):
    try:
        print(getattr(p, wrong))
    except AttributeError as error:
        print(error)
try:
    p.z = 1
except AttributeError as error:
    print(error)
del p.x
try:
    p.x
except AttributeError as error:
    print(error)
try:
    del p.x
except AttributeError as error:
    print(error)
Point.x.__set__(p, 9)
print(p.x, Point.x.__get__(p), Point.x.__name__, Point.x.__objclass__)
try:
    Point.x.__get__(3)
except TypeError as error:
    print(error)


class WithDict(Point): pass


q = WithDict(3, 4)
q.more = 5
print(q.__dict__, q.x, {'x', 'y', 'more'} <= set(dir(q)))


class Both(Point):
    __slots__ = ['w', '__dict__']


b = Both(1, 2)
b.w, b.free = 3, 4
print(b.__dict__, b.w)


class Pair(tuple):
    __slots__ = ()


try:
    Pair((1, 2)).x = 1
except AttributeError as error:
    print(error)


class Private:
    __slots__ = '__hidden'

    def __init__(self):
        self.__hidden = 1


print(Private()._Private__hidden, Private.__slots__)
