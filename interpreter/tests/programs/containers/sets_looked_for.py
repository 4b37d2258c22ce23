"""A set whose class has an `__eq__` and so no hash is looked for in a set as the frozenset of its elements."""


class Equal(set):
    def __eq__(self, other):
        print('Equal.__eq__')
        return True


class Unhashable(set):
    __hash__ = None


class Hashed(set):
    def __hash__(self):
        print('Hashed.__hash__')
        return 1


for kind in (Equal, Unhashable, Hashed):
    group = {'a', frozenset([1, 2])}
    print(kind.__name__, kind([1, 2]) in group, kind([3]) in group)
    group.discard(kind([3]))
    print(len(group))
    group.discard(kind([1, 2]))
    print(len(group))
    for method in (group.remove, group.add):
        try:
            method(kind([1, 2]))
        except (KeyError, TypeError) as error:
            print(type(error).__name__, error)
