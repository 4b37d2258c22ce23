"""What patterns of `match` take for sequences and mappings."""

import types
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString, deque
from collections.abc import Mapping, Sequence


class Own(Sequence):
    def __len__(self):
        print("len")
        return 2

    def __getitem__(self, at):
        return [10, 20][at]


class Registered:
    def __len__(self):
        return 1

    def __getitem__(self, at):
        if at:
            raise IndexError
        return "only"

    def __iter__(self):
        return iter(["only"])


class Below(Registered):
    pass


class Like:
    def __len__(self):
        return 1

    def __getitem__(self, at):
        raise IndexError


class Keyed(Mapping):
    def __init__(self, **entries):
        self.entries = entries

    def __len__(self):
        return len(self.entries)

    def __iter__(self):
        return iter(self.entries)

    def __getitem__(self, key):
        print("get", key)
        return self.entries[key]


def kind(it):
    match it:
        case {"a": a, **rest}:
            return "mapping with a", a, rest
        case {}:
            return ("mapping",)
        case []:
            return ("empty",)
        case [x]:
            return "one", x
        case [x, y]:
            return "two", x, y
        case [x, *rest]:
            return "more", x, rest
        case _:
            return ("other",)


for it in (range(0), range(1), range(2), range(5), deque("ab"), UserList("abc"), Own(), [], (), "ab", b"ab", bytearray(b"a"), UserString("a"),
           Registered(), Below(), Like(), {1}, iter([1]), UserDict(a=1, b=2), ChainMap({"a": 1}), OrderedDict(b=1), Keyed(a=1, b=2), Keyed(b=2),
           types.MappingProxyType({"a": 5, "c": 6}), {"a": 1}, type("List", (list,), {})("ab"), type("Dict", (dict,), {})(a=1)):
    print(type(it).__name__, kind(it))

Sequence.register(Registered)
print(kind(Registered()), kind(Below()))


class Counts(dict):
    def __missing__(self, key):
        return 0

    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


print(kind(Counts(a=1)), kind(Counts(b=1)))
