# How deep the calls are nested, as the limit on recursion counts them: what C calls counts, too.
import functools
import sys


def depth():
    try:
        sys.setrecursionlimit(1)
    except RecursionError as error:
        return int(str(error).split("depth ")[1].split(":")[0])


class Node:
    def __init__(self, below=None):
        if below:
            print("init", depth())
        self.below = below

    def __repr__(self):
        return f"{depth()} {self.below!r}"


class Text(Node):
    def __str__(self):
        return f"{depth()} {self.below}"


class Formatted(Node):
    def __format__(self, spec):
        return f"{depth()} {self.below:{spec}}"


class Compared(Node):
    def __eq__(self, other):
        print("eq", depth())
        return self.below == other

    def __add__(self, other):
        print("add", depth())
        return self.below + 1 if self.below else 1

    def __bool__(self):
        print("bool", depth())
        return True

    def __call__(self):
        print("call", depth())
        return self.below and self.below()


def chain(cls):
    return cls(cls(cls()))


node = chain(Node)
print(repr(node))
print(str(node))
print(node)
print(f"{node!r}")
print("%r" % node)
print(f"{chain(Text)}")
print(f"{chain(Formatted)}")
compared = chain(Compared)
compared == 1
compared != 1
compared + 1
compared()
not compared


class Made:
    def __new__(cls, n):
        print("new", depth())
        if n:
            cls(n - 1)
        return super().__new__(cls)

    def __init__(self, n):
        print("init", depth())


Made(2)


class Meta(type):
    def __call__(cls):
        print("meta", depth())
        return super().__call__()


class WithMeta(metaclass=Meta):
    def __init__(self):
        print("init", depth())


WithMeta()


class Body:
    print("body", depth())


def generator():
    yield depth()


def delegating():
    yield from generator()


for found in generator():
    print("for", found)
print(list(delegating()), [*generator()], tuple(generator()))
print(list(map(lambda x: depth(), [1])))
sorted([1], key=lambda x: print("key", depth()))
print(functools.partial(depth)())


@functools.lru_cache
def cached():
    return depth()


print(cached())


class Attributes:
    @property
    def computed(self):
        return depth()

    def __getattr__(self, name):
        return depth()

    def __enter__(self):
        print("enter", depth())

    def __exit__(self, *details):
        print("exit", depth())

    def __getitem__(self, key):
        return depth()


attributes = Attributes()
print(attributes.computed, attributes.anything, attributes[0], [depth() for _ in "a"])
with attributes:
    pass


def deep(n):
    return deep(n - 1) if n else sys.setrecursionlimit(20)


for n in (30, 10):
    try:
        print(deep(n), sys.getrecursionlimit())
    except RecursionError as error:
        print(error)
