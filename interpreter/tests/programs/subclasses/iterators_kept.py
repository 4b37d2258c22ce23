"""Iterators: their types when they have ended, what is asked of them, and the words where there is none."""

import itertools

for iterable in ([], (), "", "ä", b"", bytearray(), range(0), range(2**70, 2**70), {}, {}.values(), {}.items(), set()):
    iterator = iter(iterable)
    before = type(iterator).__name__
    print(list(iterator), before, type(iterator).__name__)
for iterable in ([1], (1,), {"a": 1}):
    iterator = reversed(iterable)
    print(list(iterator), type(iterator).__name__)


class Steps:
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        print("next")
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


print(list(filter(None, Steps(0, 1))))
print(list(filter(lambda x: x, Steps(0, 1))))


class Indexed:
    def __getitem__(self, at):
        raise IndexError("too far")

    def __len__(self):
        return 2


for iterator in (iter(Indexed()), reversed(Indexed())):
    print(type(iterator), type(iterator).__name__)
    for _ in range(2):
        try:
            next(iterator)
        except StopIteration as stop:
            print(repr(stop.__context__), repr(stop.__cause__))
    try:
        iterator.send(1)
    except AttributeError as error:
        print(error)


class Broken:
    @property
    def __iter__(self):
        raise KeyError

    def __getitem__(self, at):
        if at:
            raise IndexError
        return "item"


class Nothing(Broken):
    __iter__ = property(lambda self: None)


class Lost(Broken):
    __getitem__ = property(lambda self: 1 / 0)


for kind in (Broken, Nothing, Lost):
    try:
        print(list(kind()))
    except TypeError as error:
        print(error)

for bounds in ((-1,), (-2,), ("x",), (2**70,), (-1, 3), (1, -1), (1, -2), ("x", 3), (1, "x"), (None, -2), (1, 2**70), (2**70, 3), (1, 3, 0), (1, 3, -2)):
    try:
        print(list(itertools.islice("abcde", *bounds)))
    except ValueError as error:
        print(error)


async def coroutine():
    pass


async def ticks():
    yield


unborn = coroutine()
for value in (unborn, ticks(), 5, Lost()):
    try:
        x, y = value
    except TypeError as error:
        print(error)
    try:
        x, *y = value
    except TypeError as error:
        print(error)
unborn.close()


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        return self.hint


for hint in (2**70, -(2**70), -1, "x", 1):
    try:
        print(list(Hint(hint)))
    except Exception as error:
        print(type(error).__name__, error)


class Described(list):
    """A descriptor of the hint that fails is no hint that fails."""

    def __iter__(self):
        return iter([1])

    def __len__(self):
        raise TypeError("no length")

    @property
    def __length_hint__(self):
        raise TypeError("no hint")


class Hinted(Described):
    def __length_hint__(self):
        raise TypeError("no hint")


for kind in (Described, Hinted):
    try:
        print(list(kind()))
    except TypeError as error:
        print(error)
for sequence in ([1], (1,), "a", b"a", bytearray(b"a")):
    for name in ("__mul__", "__rmul__", "__imul__"):
        for count in (None, "x", 2):
            try:
                print(getattr(sequence, name)(count))
            except (TypeError, AttributeError) as error:
                print(error)
