import math
import itertools, functools
from collections import (
    deque,
    OrderedDict,
)
from math import pi as PI

counter = 0


def f():
    global counter
    counter += 1

    def g():
        nonlocal local
        local += 1
        return local

    local = 10
    g()
    return local


def h():
    import math as m
    from math import floor
    return m.ceil(1.5), floor(1.5)


print(f(), counter, h(), deque([1]), PI > 3)
if __name__ == "__main__":
    print("main")
