"""What is said of too many, too few and unknown arguments of functions that CPython has in C, by its several ways to read them."""

import math


def told(function):
    try:
        print(function())
    except TypeError as error:
        print(error)


for function in (
    lambda: "a".split(1, 2, 3),
    lambda: "a".splitlines(1, 2),
    lambda: "a".expandtabs(1, 2),
    lambda: "a".encode("utf-8", "strict", 3),
    lambda: b"a".decode("utf-8", "strict", 3),
    lambda: b"a".hex(":", 2, 3),
    lambda: b"a".translate(None, b"", 1),
    lambda: "a".split(sep=" ", maxsplit=1, more=2),
    lambda: "a".split(" ", sep=" "),
    lambda: "a".split(more=2),
    lambda: [].sort(1),
    lambda: [].sort(more=1),
    lambda: sorted([], 1),
    lambda: sorted([], key=None, reverse=False, more=1),
    lambda: sorted(),
    lambda: sum([], 1, 2),
    lambda: sum([], start=1, more=2),
    lambda: sum([], more=2),
    lambda: sum(),
    lambda: max(1, 2, more=3),
    lambda: print(more=3),
    lambda: round(1, 2, 3),
    lambda: round(),
    lambda: pow(1, 2, 3, 4),
    lambda: pow(1),
    lambda: int("1", 2, 3),
    lambda: int("1", base=2, more=3),
    lambda: enumerate([], 1, 2),
    lambda: (1).to_bytes(1, "big", True),
    lambda: (1).to_bytes(length=1, byteorder="big", signed=True, more=1),
    lambda: int.from_bytes(b"a", "big", True),
    lambda: int.from_bytes(),
    lambda: math.sqrt(),
    lambda: math.sqrt(1, 2),
    lambda: math.sqrt(x=1),
    lambda: math.comb(n=1, k=2),
    lambda: math.comb(1),
    lambda: math.log(),
    lambda: math.log(1, 2, 3),
    lambda: math.isclose(1, 2, 3),
    lambda: math.isclose(1),
    lambda: math.prod([1], start=2, more=3),
    lambda: math.prod(iterable=[1]),
    lambda: len(),
    lambda: "a".join(*[]),
    lambda: "a".join(*["b", "c"]),
):
    told(function)
