"""The order of sets, however they were made, shrunk and combined."""


class Point:
    def __init__(self, x):
        self.x = x

    def __hash__(self):
        return self.x * 8

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x

    def __repr__(self):
        return f"P{self.x}"


def numbers(seed):
    while True:
        seed = (seed * 1103515245 + 12345) % 2147483648
        yield seed >> 8


def check(make):
    source = numbers(5)

    def some(most=14):
        return [make(next(source) % 60 * (1 + next(source) % 2 * 7)) for _ in range(next(source) % most)]

    for turn in range(12):
        group = set(some())
        group.update(some(), frozenset(some()))
        print(turn, group, frozenset(x for x in some()), set(dict.fromkeys(some())))
        for item in some():
            group.discard(item)
        group |= set(some(5))
        print(group, group - set(some()), group ^ set(some()), group & set(some()), group | frozenset(some()))
        group -= set(some())
        group.add(make(3))
        group ^= set(some())
        print(group, group.difference(some()), group.intersection(some()), group.symmetric_difference(some()), group.union(some()))
        group.difference_update(some(), set(some()))
        group.symmetric_difference_update(some())
        if group:
            print(group.pop(), group)
        keys = dict.fromkeys(some()).keys()
        print(keys & group, group & keys, keys | group, group | keys, keys - group, group - keys, keys ^ group, group ^ keys)
        group.intersection_update(some(30))
        print(group, group.copy())


check(int)
check(lambda number: (number, number % 3))
check(Point)
print(type(frozenset("a") & {"a": 1}.keys()), type(frozenset("a") | {"a": 1}.keys()), type({"a": 1}.items() - frozenset()))


class Evil:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise TypeError("evil")


for act in (lambda: {1}.discard(Evil()), lambda: Evil() in {1}, lambda: {1}.union([Evil()]), lambda: {1} | {Evil()}, lambda: {1}.remove(Evil())):
    try:
        print(act())
    except TypeError as error:
        print(error)


class Clears:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        table.clear()
        return False


table = {Clears(): 1, "c": 2}
try:
    print({Clears(): 0}.update(table))
except RuntimeError as error:
    print(error)
