class Point:
    """A point."""

    dimensions = 2

    def __init__(self, x, y=0):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


p = Point(1)
q = p.moved(2, 3)
print(p, q, [p, q])
print(Point.dimensions, p.dimensions)
p.dimensions = 3
print(Point.dimensions, p.dimensions, p.__dict__)
print(Point.__name__, Point.__doc__, type(p) is Point, isinstance(p, object))
move = q.moved
print(move(1, 1), move.__self__ is q, move.__func__ is Point.moved)
try:
    p.z
except AttributeError as error:
    print(error)
try:
    Point()
except TypeError as error:
    print(error)
