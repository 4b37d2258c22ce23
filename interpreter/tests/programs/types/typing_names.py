from __future__ import annotations

from typing import Any, AsyncIterator, Awaitable, Callable, Coroutine, Generator, Iterable, Iterator, NamedTuple, Optional, TypeVar, Union

T = TypeVar("T")


def numbers(n: int) -> Iterator[int]:
    for i in range(n):
        yield i


def echo() -> Generator[str, int, None]:
    while True:
        got = yield "echo"
        print(got)


def apply(f: Callable[[T], T], items: Iterable[T], flag: Optional[bool] = None) -> list[T]:
    return [f(x) for x in items]


async def work() -> Union[int, str]:
    return 1


class Point(NamedTuple):
    x: int
    y: int = 0


value: dict[str, list[int]] = {"a": [1]}
e = echo()
print(next(e), list(numbers(3)), apply(abs, [-1]), Point(1), value)
print(numbers.__annotations__)
