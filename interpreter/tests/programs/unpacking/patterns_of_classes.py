# Class patterns: which built-in types take one positional pattern, attributes named twice, `__match_args__` of every kind.
def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


def one(kind, value):
    match value:
        case kind(inner):
            return inner


def two(kind, value):
    match value:
        case kind(first, second):
            return first, second


def twice(kind, value):
    match value:
        case kind(first, x=second):
            return first, second


for kind, value in (
    (object, 5), (complex, 1j), (type, int), (Exception, ValueError(1)), (range, range(3)), (slice, slice(1)),
    (bool, True), (bytearray, bytearray(b"a")), (bytes, b"a"), (dict, {1: 2}), (float, 1.5), (frozenset, frozenset()), (int, 5), (list, [1]),
    (set, {1}), (str, "a"), (tuple, (1,)),
):
    print(kind.__name__, attempt(lambda: one(kind, value)), attempt(lambda: two(kind, value)))


class Number(int):
    pass


class Text(str):
    __match_args__ = ()


print(attempt(lambda: one(Number, Number(3))), attempt(lambda: one(Text, Text("a"))))
for arguments in ("x", "y"), ("x", "x"), ["x"], None, "xy", (1, 2), ("x",):
    Point.__match_args__ = arguments
    print(arguments, [attempt(lambda: function(Point, Point(1, 2))) for function in (one, two, twice)])
print(attempt(lambda: one(5, 5)), attempt(lambda: one(lambda x: x, 5)))
