"""What CPython has in C shows no frame: its callers and what it calls are next to each other."""

import functools
import itertools
import operator
import sys
import warnings


def names():
    found, frame = [], sys._getframe(1)
    while frame.f_code.co_name != "asked":
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def caller():
    return sys._getframe(2).f_code.co_name


@functools.lru_cache
def cached(n):
    return names(), caller(), sys._getframe().f_back.f_code.co_name


@functools.cache
def also_cached():
    return caller()


def folded(left, right):
    return left + [caller()] + names()


class Counted:
    @functools.cached_property
    def value(self):
        return caller()


def warned():
    warnings.warn("from where it is called", stacklevel=2)


def asked():
    print(cached(1))
    print(also_cached())
    print(functools.reduce(folded, [1, 2], []))
    print(functools.partial(caller)(), functools.partial(names)())
    print(list(itertools.starmap(lambda *_: caller(), [(1, 2)])), list(itertools.accumulate([1, 2], lambda *_: caller())))
    print(list(itertools.takewhile(lambda _: print(caller()), [1])), list(itertools.groupby([1], lambda _: caller())))
    print(operator.methodcaller("append", 1)([]), sorted([2, 1], key=functools.cmp_to_key(lambda a, b: len(names()))))


asked()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warned()
print([(warning.lineno, str(warning.message)) for warning in caught])
