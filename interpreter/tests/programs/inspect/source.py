import inspect


def plain(x):
    # A comment.
    if x:
        return 1

    return 2


class Shape:
    """A class."""

    @staticmethod
    def area(
        width,
        height,
    ):
        return width * height


print(inspect.getsource(plain))
print(inspect.getsource(Shape.area))
print(inspect.getsource(Shape))
print(inspect.getsourcelines(plain)[1])


def caller():
    return callee()


def callee():
    frames = inspect.stack()
    return [frame.function for frame in frames[:2]], inspect.currentframe().f_lineno


print(caller())
