from collections import ChainMap, namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(1)
print(p, p.x, p[1], p._replace(y=5), p._asdict(), Point._fields, Point._make([7, 8]))
x, y = p
print(x, y, p == (1, 0), isinstance(p, tuple), Point(x=3, y=4))
try:
    Point()
except TypeError as error:
    print(error)
try:
    p.x = 5
except AttributeError as error:
    print(error)


class Named(namedtuple("Base", ["a", "b"])):
    def total(self):
        return self.a + self.b


print(Named(1, 2).total(), Named(1, 2))
m = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(m["a"], m["b"], len(m), sorted(m))
