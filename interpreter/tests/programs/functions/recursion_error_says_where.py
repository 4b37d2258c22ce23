# What was called where the limit was reached: the message says what C was doing.
import json
import sys


class Shown:
    def __repr__(self):
        return repr(self)


class Inside:
    def __repr__(self):
        return f"{self!r}"


class Text:
    def __str__(self):
        return f"{self}"


class Equal:
    def __eq__(self, other):
        return self == other


class Less:
    def __lt__(self, other):
        return self < other


class Property:
    @property
    def value(self):
        return self.value

    @value.setter
    def value(self, new):
        self.value = new


class Hooks:
    def __getattr__(self, name):
        return self.missing

    def __call__(self):
        return self()

    def __getitem__(self, key):
        return self[key]

    def __contains__(self, key):
        return key in self

    def __add__(self, other):
        return self + other

    def __neg__(self):
        return -self

    def __bool__(self):
        return not self


class Built:
    def __init__(self):
        Built()


class New:
    def __new__(cls):
        return New()


class Managed:
    def __enter__(self):
        with self:
            pass

    def __exit__(self, *details):
        pass


def plain():
    plain()


def generator():
    yield from generator()


def looping():
    for item in looping():
        yield item


def managed():
    with Managed():
        pass


def assigned():
    Property().value = 1


hooks = Hooks()
nested = []
for _ in range(2000):
    nested = [nested]
cases = {
    "plain": plain,
    "repr": lambda: repr(Shown()),
    "inside": lambda: repr(Inside()),
    "text": lambda: f"{Text()}",
    "==": lambda: Equal() == 1,
    "<": lambda: Less() < 1,
    "property": lambda: Property().value,
    "setter": assigned,
    "getattr": lambda: hooks.anything,
    "call": lambda: hooks(),
    "item": lambda: hooks[1],
    "in": lambda: 1 in hooks,
    "+": lambda: hooks + 1,
    "-": lambda: -hooks,
    "not": lambda: not hooks,
    "init": Built,
    "new": New,
    "with": managed,
    "yield from": lambda: next(generator()),
    "for": lambda: next(looping()),
    "repr of a list": lambda: repr(nested),
    "json": lambda: json.loads("[" * 5000),
}
for limit in (100, 101, 102, 1000):
    sys.setrecursionlimit(limit)
    for name, case in cases.items():
        try:
            case()
        except RecursionError as error:
            print(limit, name, error)
        else:
            print(limit, name, "ended")
