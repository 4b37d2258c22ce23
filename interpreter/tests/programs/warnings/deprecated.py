import warnings
from enum import Enum


def old():
    """Warns of whoever calls it."""
    warnings.warn('old() is old', DeprecationWarning, stacklevel=2)


for _ in range(2):
    old()
old()
warnings.warn('by itself')


class Colour(Enum):
    RED = 1


try:
    1 in Colour
except TypeError as error:
    print(error)


class Mixed(Enum):
    A = 'text'
    B = 2


print(list(Mixed))
