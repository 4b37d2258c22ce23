# What helpers for texts and random numbers refuse; names of operators; what warnings are caught by.
import operator
import random
import string
import sys
import textwrap
import warnings


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


t(lambda: textwrap.dedent(5))
t(lambda: textwrap.dedent(b'x'))
t(lambda: string.Formatter().parse(5))
t(lambda: list(string.Formatter().parse('a{b!r:c}d')))
t(lambda: random.setstate(1))
t(lambda: random.setstate((1, 2, 3)))
print(operator.invert, operator.inv, operator.__invert__, operator.invert(5))
print(warnings.catch_warnings(record=True), warnings.catch_warnings(), warnings.catch_warnings(record=True, module=sys))
for name in ('flags', 'version_info', 'hash_info', 'float_info'):
    t(lambda: getattr(sys, name).foo)
    t(lambda: getattr(sys, name)(1))
    print(type(getattr(sys, name)))
