from __future__ import annotations

from typing import Callable, ClassVar, Optional, get_type_hints, overload


class Node:
    value: int
    next: Optional[Node]
    table: dict[str, tuple[int, ...]] | None
    hook: Callable[[int], str]
    count: ClassVar[int] = 0


def walk(start: Node, *rest: 'Node') -> list[Node]: ...


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


print(Node.__annotations__['table'])
print(get_type_hints(Node))
print(get_type_hints(walk))
print(twice(2), twice('ab'))
def lost(x: Missing): ...
get_type_hints(lost)
