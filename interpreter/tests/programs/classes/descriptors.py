class Positive:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", name, "in", owner.__name__)

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__[self.name]

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name} must be positive")
        instance.__dict__[self.name] = value


class Box:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width = width
        self.height = height


box = Box(2, 3)
print(box.width * box.height, isinstance(Box.width, Positive))
try:
    box.width = -1
except ValueError as error:
    print(error)
print(box.width)
