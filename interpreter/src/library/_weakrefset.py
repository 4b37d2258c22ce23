"""Sets of objects that may die: apart from `weakref`, so that asyncio need not load what mappings are made of.

https://docs.python.org/3.11/library/weakref.html#weakref.WeakSet
"""

from _types import builtin_class as _class
from types import GenericAlias as _GenericAlias

__all__ = ['WeakSet']

ref = _class('ReferenceType')


class WeakSet:
    """A set of objects that may die, in the order in which they came."""

    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, data=None):
        self._refs = {}
        refs = self._refs
        self._forget = lambda dead: refs.pop(dead, None)
        for item in () if data is None else data:
            self.add(item)

    def add(self, item):
        self._refs.setdefault(ref(item, self._forget))

    def discard(self, item):
        self._refs.pop(ref(item), None)

    def remove(self, item):
        del self._refs[ref(item)]

    def clear(self):
        self._refs.clear()

    def update(self, other):
        for item in other:
            self.add(item)

    def pop(self):
        while self._refs:
            item = self._refs.popitem()[0]()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet')

    def copy(self):
        return type(self)(self)

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def __iter__(self):
        for known in list(self._refs):
            item = known()
            if item is not None:
                yield item

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return type(self)([item for item in other if item in self])

    def difference(self, other):
        made = self.copy()
        made.difference_update(other)
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made.symmetric_difference_update(other)
        return made

    def intersection_update(self, other):
        kept = self.intersection(other)
        self.clear()
        self.update(kept)

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def issubset(self, other):
        return all([item in other for item in self])

    def issuperset(self, other):
        return all([item in self for item in other])

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    __or__, __and__, __sub__, __xor__, __le__, __ge__ = union, intersection, difference, symmetric_difference, issubset, issuperset

    def __lt__(self, other):
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        return len(self) > len(other) and self.issuperset(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return len(self) == len(other) and self.issubset(other)

    __hash__ = None

    def __len__(self):
        return len([item for item in self])  # noqa: C416 (`list` would ask for the length)

    def __repr__(self):
        return repr(set(self._refs))
