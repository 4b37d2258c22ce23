"""Unions and generic classes whose type variables are filled in; classes asked whether they are abstract while they are made."""

import abc
import inspect
from typing import Generic, TypeVar, TypeVarTuple

T = TypeVar('T')
Ts = TypeVarTuple('Ts')
Ordered = list[T] | tuple[T, ...]
print(Ordered, Ordered[int], Ordered.__parameters__)
try:
    (int | str)[int]
except TypeError as error:
    print(error)


class Array(Generic[T, *Ts]):
    pass


print(Array[int, str, float], Array[int])

seen = []


class Base(metaclass=abc.ABCMeta):
    def __init_subclass__(cls, **kwargs):
        seen.append((cls.__name__, inspect.isabstract(cls)))
        super().__init_subclass__(**kwargs)

    @abc.abstractmethod
    def run(self): ...


class Half(Base):
    pass


class Whole(Base):
    def run(self): ...


print(seen, inspect.isabstract(Base), inspect.isabstract(Half), inspect.isabstract(Whole), inspect.isabstract(int))
print([cls.__name__ for cls in BaseException.__subclasses__()][:5])
