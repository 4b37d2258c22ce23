# What hints refuse where they are written, and what they are called.
import typing
from abc import abstractmethod
from typing import *  # noqa: F403


def t(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error)


T = TypeVar('T')
K = TypeVar('K')
P = ParamSpec('P')

t(lambda: List[Union])
t(lambda: List[Optional])
t(lambda: Dict[str, Generic])
t(lambda: Union[int, Final])
t(lambda: Optional[Union])
t(lambda: Callable[[Union], int])
t(lambda: List[(1,2)])
t(lambda: Optional[int, str])
t(lambda: List[1])
t(lambda: Optional[5])
t(lambda: Union[5, 6])
t(lambda: Annotated[Union, 1])
t(lambda: Tuple[()])
t(lambda: Tuple[int, ...])
t(lambda: Type[Union])
t(lambda: Literal[[1]])
t(lambda: Final[int, str])
t(lambda: TypeGuard[1, 2])
t(lambda: NotRequired[1, 2])
t(lambda: Unpack[1,2])
t(lambda: ClassVar[1,2])
t(lambda: Required[int])
t(lambda: Self[int])
t(lambda: Any[int])
t(lambda: NoReturn[int])
t(lambda: Generic[int])
t(lambda: Protocol[int])
t(lambda: Protocol[T, T])
t(lambda: Protocol[()])
t(lambda: TypeVar('T', int))
t(lambda: TypeVar('T', bound=(1,2)))
t(lambda: TypeVar('T', bound=Union))
t(lambda: TypeVar('T', int, bound=int))
t(lambda: TypeVar())
t(lambda: TypeVar('T', covariant=1, contravariant=1))
t(lambda: isinstance(1, List))
t(lambda: isinstance([], List[int]))
t(lambda: isinstance(1, Union[int, str]))
t(lambda: isinstance(1, Optional))
t(lambda: isinstance(1, T))
t(lambda: T())
t(lambda: List[int]())
t(lambda: List())
t(lambda: Optional[int]())
t(lambda: Union())
t(lambda: Any())
t(lambda: Hashable[int])
t(lambda: Sized())
t(lambda: Callable[int])
t(lambda: Callable[int, str])
t(lambda: Callable[[int], str, 3])
t(lambda: Callable[..., 5])
t(lambda: Callable[[], None])
t(lambda: cast('int', 5))
t(lambda: NewType('X', 5))
t(lambda: List[T][int, str])
t(lambda: List[int][int])
t(lambda: Dict[T, K][int])
t(lambda: typing.foo)
t(lambda: Concatenate[int, P])
t(lambda: Callable[Concatenate[int, P], T])
t(lambda: Optional[None])
t(lambda: Union[int])
t(lambda: Union[int, int])
t(lambda: List[int] == list[int])
t(lambda: ForwardRef('A') == ForwardRef('A'))
t(lambda: List['A'])
t(lambda: Union['A', int])
t(lambda: List[int].nope)
t(lambda: List.append)
t(lambda: List[int].append)
t(lambda: Union[int,str].nope)
t(lambda: Optional.nope)
t(lambda: T.nope)
t(lambda: Any.nope)


class R(Protocol):
    x: int
    def f(self): ...
@runtime_checkable
class S(Protocol):
    x: int
@runtime_checkable
class M(Protocol):
    def f(self): ...
class Has:
    x = 1
    def f(self): pass
class N: pass
for c in (R, S, M):
    t(lambda: isinstance(Has(), c)); t(lambda: isinstance(N(), c)); t(lambda: c())
class A(Protocol):
    @abstractmethod
    def f(self): ...
class B(A): pass
class C(A):
    def f(self): return 1
t(lambda: B()); t(lambda: C().f()); t(lambda: isinstance(C(), A)); t(lambda: issubclass(C, A))
class It(Iterable[T], Protocol[T]): pass
t(lambda: It.__mro__)


class Other: ...


def plain():
    class X(Generic): ...


def twice():
    class X(Generic[T], Generic[K]): ...


def unlisted():
    class X(Generic[T], List[K]): ...


def of_union():
    class X(Union[int, str]): ...


def of_optional():
    class X(Optional[int]): ...


def of_literal():
    class X(Literal[1]): ...


def of_class_var():
    class X(ClassVar[int]): ...


def of_variable_type():
    class X(TypeVar): ...


def of_new_type():
    class X(NewType('U', int)): ...


def impure_protocol():
    class X(Protocol, Other): ...


class Movie(TypedDict):
    title: str


class Pair(NamedTuple):
    first: int
    second: str = 'x'


def impure_dict():
    class X(TypedDict, Other): ...


def impure_movie():
    class X(Movie, Other): ...


def impure_tuple():
    class X(NamedTuple, Other):
        x: int


for function in (
    plain, twice, unlisted, of_union, of_optional, of_literal, of_class_var, of_variable_type, of_new_type, impure_protocol, impure_dict,
    impure_movie, impure_tuple,
):  # fmt: skip
    t(function)
t(lambda: runtime_checkable(5))
t(lambda: runtime_checkable(Other))
t(lambda: SupportsInt())
t(lambda: NamedTuple('X', [('a', int)], b=int))
t(lambda: NamedTuple())
t(lambda: TypedDict())
t(lambda: TypedDict('X', {'a': int}, b=int))
print(Pair.__orig_bases__ == (NamedTuple,), type(NamedTuple).__name__, type(TypedDict).__name__, NamedTuple('X', a=int, b=str)(1, 'y'))
print(TypedDict('X', a=int).__annotations__)
t(lambda: ForwardRef('1+'))
t(lambda: ForwardRef(5))
t(lambda: List['1+'])
t(lambda: Optional['a b'])
t(lambda: List['list[int] | None'])
t(lambda: Concatenate[int])
t(lambda: Concatenate[()])
t(lambda: get_type_hints(5))
t(lambda: get_origin(P.args))
t(lambda: dataclass_transform(order_default=True)(Other).__dataclass_transform__)
for hint in (List, Optional, Union, List[int], Optional[int], Callable[[int], str], Dict[str, int], Any, NamedTuple, TypedDict):
    print(type(hint).__name__, hint.__name__, hint.__qualname__, hint.__module__)
