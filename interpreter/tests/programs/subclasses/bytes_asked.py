"""Bytes of subclasses, and what bytes and bytearrays ask of objects."""


class Bytes(bytes):
    def __index__(self):
        print("index")
        return 3

    def __iter__(self):
        print("iter")
        return iter([65])

    def __repr__(self):
        return "<Bytes>"


class Own(Bytes):
    def __bytes__(self):
        print("bytes")
        return b"own"


class Array(bytearray):
    def __index__(self):
        print("index")
        raise TypeError("no index")

    def __repr__(self):
        return "<Array>"

    def __eq__(self, other):
        print("eq", other)
        return NotImplemented


class Failing:
    @property
    def __bytes__(self):
        print("asked")
        raise ZeroDivisionError


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: bytes(Bytes(b"12")))
tried(lambda: bytes(Own(b"12")))
tried(lambda: bytearray(Bytes(b"12")))
tried(lambda: bytes(Array(b"12")))
tried(lambda: bytearray(Array(b"12")))
tried(lambda: bytes(Failing()))
tried(lambda: b"%s" % Failing())
tried(lambda: b"%b|%s" % (Own(b"12"), Array(b"x")))
tried(lambda: b"%c" % Bytes(b"x"))
tried(lambda: b"%c" % Bytes(b"xy"))
# Their text is that of the value, not what the class shows.
print(str(Bytes(b"x")), repr(Bytes(b"x")), Bytes(b"x").__str__(), str(Array(b"x")), f"{Bytes(b'x')}", "{:>9}|{!s}".format(str(Own(b"y")), Own(b"y")))
print(bytes.__str__(Bytes(b"x")), bytearray.__str__(Array(b"x")))
# `bytes` knows no bytearray: that compares the two.
tried(lambda: b"x" == bytearray(b"x"))
tried(lambda: b"x".__eq__(bytearray(b"x")))
tried(lambda: bytearray(b"x").__eq__(b"x"))
tried(lambda: Array(b"x") == b"x")
tried(lambda: b"x" == Array(b"x"))
tried(lambda: Array(b"x") == bytearray(b"x"))
# Each has methods of its own.
for name in ("__getitem__", "__len__", "title", "find", "__contains__", "__iter__"):
    for kind, wrong in ((bytes, bytearray(b"x")), (bytearray, b"x"), (bytearray, 5)):
        tried(lambda: getattr(kind, name)(wrong, 0))
tried(lambda: bytearray.title())


# Items are looked at one by one, and a value before its place.
class Numbers:
    def __init__(self, *numbers):
        self.numbers = list(numbers)

    def __iter__(self):
        return self

    def __next__(self):
        print("next")
        if not self.numbers:
            raise StopIteration
        return self.numbers.pop(0)


for make in (bytes, bytearray, bytearray(b"ab").extend):
    tried(lambda: make(Numbers(1, 300, 2)))
    tried(lambda: make(Numbers(1, "x", 2)))
    tried(lambda: make(Numbers(1, 2)))
data = bytearray(b"ab")


def assign(place, value):
    data[place] = value


for place, value in ((5, "x"), (5, 300), (5, 1), ("x", 300), (0, object), (-9, None), (1, 67)):
    tried(lambda: assign(place, value))
print(data)


# What `int.from_bytes` asks: never a number.
class Source(int):
    def __index__(self):
        print("index")
        return 2

    def __iter__(self):
        print("iter")
        return iter([1, 2])


tried(lambda: int.from_bytes(Source(4), "big"))
tried(lambda: int.from_bytes(Own(b"12"), "big"))
tried(lambda: int.from_bytes([1, 300], "big"))
tried(lambda: int.from_bytes(5, "big"))
