"""Abstract classes remember the classes that they were asked about: they want its hash."""

import collections.abc


class Failing(type):
    def __hash__(cls):
        print("hash of", cls.__name__)
        raise ValueError("no hash")


class Unhashable(type):
    def __eq__(cls, other):
        print("eq")
        return cls is other


class C(metaclass=Failing):
    pass


class D(list, metaclass=Unhashable):
    pass


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


for cls in (C, D):
    for kind in (collections.abc.Iterable, collections.abc.Sized, collections.abc.Iterable):
        tried(lambda: issubclass(cls, kind))
        tried(lambda: isinstance(cls(), kind))
