"""Places in a sorted list, found by halving.

https://docs.python.org/3.11/library/bisect.html
"""

from _types import builtin_function as _builtin_function
from operator import index as _index


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    """Where `x` would go, behind those equal to it."""
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        if x < (a[middle] if key is None else key(a[middle])):
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    """Where `x` would go, before those equal to it."""
    lo, hi = _bounds(a, lo, hi)
    while lo < hi:
        middle = (lo + hi) // 2
        if (a[middle] if key is None else key(a[middle])) < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def _bounds(a, lo, hi):
    lo = _index(lo)
    if hi is not None:
        if not hasattr(type(hi), '__index__'):
            raise TypeError(f"argument should be integer or None, not '{type(hi).__name__}'")
        hi = _index(hi)
    if lo < 0:
        raise ValueError('lo must be non-negative')
    return lo, len(a) if hi is None else hi


def insort_right(a, x, lo=0, hi=None, *, key=None):
    """Puts `x` where it belongs, behind those equal to it."""
    place = bisect_right(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    """Puts `x` where it belongs, before those equal to it."""
    place = bisect_left(a, x if key is None else key(x), lo, hi, key=key)
    a.insert(place, x)


bisect = bisect_right
insort = insort_right


for _function in (bisect_left, bisect_right, insort_left, insort_right):
    _builtin_function(_function, '_bisect')
del _function
