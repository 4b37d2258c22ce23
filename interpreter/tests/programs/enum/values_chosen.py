# `auto()` before it is chosen, and among values that can't be ordered.
from enum import Enum, auto


class Mixed(Enum):
    A = auto()
    C = 'x'
    D = auto()


print(auto(), list(Mixed))
