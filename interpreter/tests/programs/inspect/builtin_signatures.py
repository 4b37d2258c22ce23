"""Signatures of built-in functions, flags of regular expressions, constructors that fail in throw()."""
import enum
import inspect
import re

for function in (len, print, sorted, isinstance, sum, str.upper, str.split, list.sort, list.append, [].append, "a".split, dict.get, int.to_bytes):
    print(getattr(function, "__qualname__", function), inspect.signature(function))
for function in (getattr, iter, max, next, int, str, range):
    try:
        print(inspect.signature(function))
    except ValueError as error:
        print(error)
print(re.I | re.M, repr(re.I), re.RegexFlag(0), re.RegexFlag(10), isinstance(re.I, enum.IntFlag), str(re.I), f"{re.I}", re.I.name, re.X.value)
print(list(re.RegexFlag), re.compile("a", re.I | re.S), re.I in re.compile("x", re.I | re.M).flags if 0 else re.RegexFlag(re.compile("x", re.I).flags))
print(re.IGNORECASE is re.I, re.I & re.M, ~re.I & re.A, int(re.I | re.M), type(re.I), re.RegexFlag["DOTALL"], re.NOFLAG)


class Odd(Exception):
    def __new__(cls, *args):
        return cls


class Strict(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")


def catcher():
    while True:
        try:
            yield
        except Exception as error:
            print("in the generator:", type(error).__name__, error)


g = catcher()
next(g)
g.throw(Odd)
g.throw(Strict)
g.throw(Strict, 5)
g.throw(Strict, (6,))
try:
    catcher().throw(Odd)
except TypeError as error:
    print(error)
