"""Special methods that are None, and built-in methods asked for the wrong object."""
from collections.abc import Hashable, Iterable, Sized


class Never:
    __add__ = __iadd__ = __radd__ = None
    __len__ = __iter__ = __contains__ = __getitem__ = None
    __lt__ = __call__ = __neg__ = __bool__ = None
    __enter__ = __exit__ = __reversed__ = __hash__ = None
    __format__ = __index__ = __abs__ = None


class Unequal:
    __eq__ = None


n = Never()


def enter():
    with n:
        pass


def grow():
    m = n
    m += 1


def walk():
    for _ in n:
        pass


ATTEMPTS = [
    lambda: n + 1, lambda: 1 + n, lambda: len(n), lambda: iter(n), lambda: 1 in n, lambda: n[0], lambda: n < 1, lambda: n(), lambda: -n,
    lambda: bool(n), lambda: not n, enter, grow, walk, lambda: reversed(n), lambda: hash(n), lambda: {n: 1}, lambda: [*n], lambda: list(n),
    lambda: f"{n}", lambda: abs(n), lambda: [1][n], lambda: Unequal() == 1, lambda: Unequal() in [1], lambda: n == n,
    lambda: str.upper(1), lambda: list.append(1, 2), lambda: dict.get([], 1), lambda: bytes.__repr__(1), lambda: list.__len__({}),
    lambda: list(map(str.strip, ["a ", 5])), lambda: sorted(["b", 3], key=str.lower), lambda: int.__add__("a", 1), lambda: set.add(),
    lambda: list.__len__(), lambda: int.bit_length(2.0), lambda: object.__repr__(3)[:7], lambda: dict.keys(3),
    lambda: slice(1) < slice(2), lambda: slice(1, 2) < slice(1, 3), lambda: sorted([slice(3, 2), slice(1, 4)]), lambda: slice(1, 2, 3) >= slice(1, 2, None),
    lambda: super(), lambda: outer(1), lambda: int(x=1), lambda: (isinstance(n, Hashable), isinstance(n, Iterable), isinstance(n, Sized)),
]


def outer(self):
    return super().outer


for attempt in ATTEMPTS:
    try:
        print(attempt())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
