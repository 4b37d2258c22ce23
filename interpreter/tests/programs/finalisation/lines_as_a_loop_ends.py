# Where a frame stands while what a loop held dies, as the loop ends.
import sys


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, "dies at line", sys._getframe(1).f_lineno)


def generator():
    own = Told("the generator's")
    yield 1


class Iterator:
    def __init__(self):
        self.own = Told("the iterator's")
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        step = Told("a step's")
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return 1


def in_a_try():
    try:
        for _ in generator():
            pass
    except ValueError:
        pass
    return 5


def with_an_else():
    for _ in Iterator():
        pass
    else:
        pass
    return 5


def over_a_list():
    for _ in [Told("first"), Told("second")]:
        pass
    return 3


def in_a_loop():
    while True:
        for item in generator():
            print(item)
        if item:
            break


def that_continues():
    if 1:
        for item in generator():
            if item:
                continue
            else:
                break
    else:
        pass


def comprehensions_and_calls():
    first = [item for item in generator()
             if item]
    second = [*generator(),
              3]
    third, = generator()
    print(list(generator()),
          first, second, third)
    print(*generator(),
          1)


def delegating():
    yield from generator()
    yield from Iterator()
    return 3


for function in [in_a_try, with_an_else, over_a_list, in_a_loop, that_continues, comprehensions_and_calls]:
    print(function.__name__)
    function()
print("at top level")
for _ in delegating():
    pass
for _ in generator():
    pass
try:
    for _ in generator():
        pass
except ValueError:
    pass
try:
    for _ in Iterator():
        pass
except ValueError:
    pass
for _ in [Told("the last")]:
    pass
