class Shape:
    count = 0

    def __init__(self, sides):
        self.sides = sides
        Shape.count += 1

    @classmethod
    def square(cls):
        return cls(4)

    @staticmethod
    def angle_sum(sides):
        return (sides - 2) * 180

    def __repr__(self):
        return f"{type(self).__name__}({self.sides})"


class Tile(Shape):
    pass


print(Shape.square(), Tile.square(), Shape.count)
print(Shape.angle_sum(5), Tile(3).angle_sum(4))
print(Tile.square.__self__ is Tile)
