from typing import Generic, Iterable, Protocol, TypeVar, runtime_checkable

T = TypeVar('T')


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()):
        self.items = list(items)


@runtime_checkable
class Sized(Protocol):
    def size(self) -> int: ...


class Quiet(Protocol):
    def hush(self): ...


class Box:
    def size(self):
        return 1


print(Stack[int], Stack[int]([1]).items, Stack.__parameters__, Stack[int]([]).__orig_class__)
print(isinstance(Box(), Sized), isinstance(3, Sized), issubclass(Box, Sized))
for attempt in (lambda: isinstance(Box(), Quiet), lambda: Quiet(), lambda: Stack[int, str], lambda: isinstance([], list[int])):
    try:
        attempt()
    except TypeError as error:
        print(error)
