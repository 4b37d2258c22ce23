from typing import Any, Callable, Dict, Generator, Literal, List, Optional, ParamSpec, Tuple, TypeVar, Union, get_args, get_origin

T = TypeVar('T')
P = ParamSpec('P')
for hint in (List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Callable[[int], str], Callable[P, T], Tuple[int, ...],
             Any, Literal['a', 1], Generator[int, str, None], T, List[T], List[T][int], int | None, list[int], tuple[int, ...]):
    print(hint, get_origin(hint), get_args(hint))
print(Union[int, str] == Union[str, int] == (int | str), Optional[int] == Union[None, int], Union[int, int])
