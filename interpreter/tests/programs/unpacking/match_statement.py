def describe(value):
    match value:
        case 0:
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return "number"
        case "a" | "b":
            return "a or b"
        case str() as text:
            return f"text {text}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [x, y]:
            return f"two {x} {y}"
        case [first, *rest]:
            return f"first {first}, rest {rest}"
        case {"kind": kind, **others}:
            return f"kind {kind} {others}"
        case None:
            return "none"
        case _:
            return "other"


for value in 0, -5, 3.5, "a", "hello", [], [1], (1, 2), [1, 2, 3], {"kind": "k", "z": 1}, {}, None, {1}:
    print(describe(value))


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


for p in Point(0, 0), Point(0, 5), Point(3, 3), "point":
    match p:
        case Point(0, 0):
            print("origin")
        case Point(x=0, y=y):
            print("on the axis at", y)
        case Point(x, y) if x == y:
            print("diagonal", x)
        case _:
            print("no point")
