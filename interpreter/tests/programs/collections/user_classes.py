from collections import *
from collections import abc


class Doubling(UserDict):
    def __getitem__(self, key):
        return super().__getitem__(key) * 2


class Squares(abc.Sequence):
    def __len__(self):
        return 4

    def __getitem__(self, index):
        if not 0 <= index < 4:
            raise IndexError(index)
        return index ** 2


class Bag(abc.MutableSet):
    def __init__(self, items=()):
        self.items = list(dict.fromkeys(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items.append(item)

    def discard(self, item):
        if item in self.items:
            self.items.remove(item)


doubling = Doubling(a=1)
print(doubling, doubling['a'], doubling.get('a'), {**doubling}, doubling | {'b': 2})
print(list(Squares()), 9 in Squares(), Squares().index(4), list(reversed(Squares())), Squares().count(1))
print(list(Bag([1, 2]) | Bag([2, 3])), list(Bag([1, 2]) & [2]), Bag([1]) < Bag([1, 2]), Bag([1]) == Bag([1]))
scopes = ChainMap({'x': 1}, {'x': 2, 'y': 3})
print(scopes['x'], scopes['y'], scopes.new_child({'y': 9})['y'], scopes.parents, dict(scopes))
try:
    abc.Sequence()
except TypeError as error:
    print(error)
