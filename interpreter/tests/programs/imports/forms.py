import collections.abc
import collections.abc as abc_module
import math as m, itertools
from collections import OrderedDict as Ordered, deque
from math import *
from functools import (
    partial,
    reduce,
)

print(collections.abc is abc_module, m.pi == pi, Ordered.__name__, deque([1]), partial, reduce(lambda a, b: a + b, [1, 2]))
print(type(itertools), m.__name__, abc_module.__name__)


def inside():
    import math
    from math import floor as down
    return math is m, down(2.5)


print(inside())


def __getattr__(name):
    if name == 'computed':
        return 'on demand'
    raise AttributeError(f'nothing called {name}')


import __main__
print(__main__.computed)
try:
    __main__.missing
except AttributeError as error:
    print(error)
if True:
    import string as conditionally
print(conditionally.ascii_letters[:3])
