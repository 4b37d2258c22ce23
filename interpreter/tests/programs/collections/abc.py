from collections import abc


class Squares(abc.Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if not 0 <= i < self.n:
            raise IndexError(i)
        return i * i


s = Squares(4)
print(list(s), 9 in s, s.index(4), s.count(1), list(reversed(s)), isinstance(s, abc.Iterable))
for kind in abc.Hashable, abc.Sized, abc.Callable, abc.Iterable, abc.Iterator, abc.Sequence, abc.Mapping, abc.Set:
    print(kind.__name__, [isinstance(thing, kind) for thing in ([], {}, set(), "s", 5, len, iter([]))])
try:
    class Incomplete(abc.Sequence):
        pass
    Incomplete()
except TypeError as error:
    print(error)


class Duck:
    def __iter__(self):
        return iter(())

    def __next__(self):
        raise StopIteration


print(isinstance(Duck(), abc.Iterator), issubclass(Duck, abc.Iterable), isinstance(Duck(), abc.Generator))
