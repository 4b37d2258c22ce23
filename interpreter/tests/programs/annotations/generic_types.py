from typing import Annotated, Any, Callable, Generic, Literal, NamedTuple, NewType, Optional, TypedDict, TypeVar, Union, cast, get_type_hints

print(int | None, int | str, list[int] | None, Optional[int], Union[int, str], Union[int, int], list[int], dict[str, list[int]], tuple[int, ...], type[int])
print(Callable[[int], str], Callable[..., Any], Literal['a', 1], Annotated[int, 'x'])
print((int | str) == (str | int), int | int, isinstance(1, int | str), issubclass(bool, int | str), (int | str).__args__, type(int | str), type(list[int]))
print(list[int].__origin__, list[int].__args__, list[int] == list[int], list[int](), dict[str, int](a=1))
for wrong in (lambda: 1 | int, lambda: isinstance([], list[int]), lambda: int[str], lambda: int | 'text', lambda: isinstance(1, int | list[int])):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Numbers(list[int]): pass


T = TypeVar('T')


class Box(Generic[T]):
    def __init__(self, value: T): self.value = value


class Options(TypedDict):
    a: int


class Row(NamedTuple):
    a: int
    b: str = 'x'


Id = NewType('Id', int)
print(Numbers.__bases__, Numbers.__orig_bases__, Box[int], Box[int](3).value, Box.__parameters__, T, Box[int].__args__)
print(Options(a=1), Options.__annotations__, Row(1), Row._fields, Row._field_defaults, Id(5), cast(int, 'x'))


def hinted(a: 'int', b: str = '') -> 'Row': ...


print(get_type_hints(hinted))
