from typing import *
import collections.abc as A
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
P = ParamSpec('P'); T = TypeVar('T'); U = TypeVar('U'); Ts = TypeVarTuple('Ts')
t(lambda: tuple[*Ts][int, str]); t(lambda: Tuple[Unpack[Ts]][int, str]); t(lambda: Tuple[T, *Ts][int, str, float]); t(lambda: Tuple[*Ts][()]); t(lambda: tuple[T, *Ts, U][int, str]); t(lambda: tuple[T, *Ts, U][int])
t(lambda: Callable[P, T][[int, str], float]); t(lambda: Callable[P, T][..., float]); t(lambda: Callable[P, T][P, float]); t(lambda: Callable[P, T][int, float]); t(lambda: Callable[P, T][[], None]); t(lambda: Callable[P, T][[int]])
t(lambda: Callable[P, int][[int, str]]); t(lambda: Callable[P, int][int, str])
t(lambda: Callable[Concatenate[int, P], T][[str, bytes], float]); t(lambda: Callable[Concatenate[int, P], T][..., float]); t(lambda: Callable[Concatenate[int, P], T])
t(lambda: Callable[[T], U][int, str]); t(lambda: Callable[[T, T], U][int, str].__args__); t(lambda: Callable[[T], U][int])
class Q(Generic[P]): pass
class Z(Generic[T, P]): pass
class V(Generic[*Ts]): pass
class W(Generic[T, Unpack[Ts]]): pass
for f in (lambda: Q[int, str], lambda: Q[[int]], lambda: Q[[int, str]], lambda: Q[...], lambda: Z[int, [str]], lambda: Z[int, ...], lambda: Z[int, str], lambda: Z[int], lambda: V[int, str], lambda: V[()], lambda: V[int], lambda: W[int], lambda: W[int, str, bytes], lambda: W[()], lambda: Q[P], lambda: Z[T, P][int, [str]], lambda: V[*Ts][int, str], lambda: W[T, *Ts].__parameters__): t(f)
t(lambda: List[T][int]); t(lambda: Dict[T, U][int, str]); t(lambda: Dict[T, List[U]][int, str]); t(lambda: Dict[T, T][int]); t(lambda: List[T][int, str]); t(lambda: Dict[T, U][int]); t(lambda: Union[T, U][int, str]); t(lambda: Optional[T][int]); t(lambda: Union[T, int][int]); t(lambda: List[T][None]); t(lambda: List[T]['x']); t(lambda: dict[T, U][int, str]); t(lambda: list[T][int]); t(lambda: list[list[T]][int]); t(lambda: List[list[T]][int]); t(lambda: dict[str, List[T]][int]); t(lambda: (T | int)[str]); t(lambda: list[T | None][int]); t(lambda: Annotated[T, 'x'][int]); t(lambda: List[int][str]); t(lambda: A.Callable[[T], int][str]); t(lambda: List[T][ClassVar[int]]); t(lambda: Literal[1][2]); t(lambda: Type[T][int]); t(lambda: Generator[T, None, U][int, str]); t(lambda: ClassVar[T][int])
class S(Generic[T]):
    def f(self) -> T: ...
class S2(S[U], Generic[U]): pass
t(lambda: S[int]); t(lambda: S[T][int]); t(lambda: S2[int]); t(lambda: S[int, str]); t(lambda: S[int]()); 
t(lambda: S[S[T]][int]); t(lambda: S.__parameters__); t(lambda: S[T].__parameters__); t(lambda: S[List[T]].__parameters__)
t(lambda: get_args(Callable[P, T][[int, str], float])); t(lambda: get_args(Q[[int]])); t(lambda: get_origin(Callable[P, T]))
t(lambda: Ts.__typing_subst__(int)); t(lambda: Unpack[Ts]); t(lambda: [*Ts])
t(lambda: Annotated); t(lambda: Annotated()); t(lambda: Annotated[int]); t(lambda: get_origin(Annotated[int, 1]) is Annotated); t(lambda: List[Annotated]); t(lambda: isinstance(5, Annotated)); t(lambda: Annotated[Annotated[int, 1], 2]); t(lambda: get_type_hints(type('X', (), {'__annotations__': {'a': Annotated[int, 1]}}))); t(lambda: get_type_hints(type('X', (), {'__annotations__': {'a': Annotated[int, 1]}}), include_extras=True)); t(lambda: type('Y', (Annotated,), {})); t(lambda: Annotated[Final[int], 1])
import copy
t(lambda: list[int].__enter__); t(lambda: list[int].__len__); t(lambda: copy.copy(list[int])); t(lambda: copy.deepcopy(dict[str, int])); t(lambda: list[int].__class__); t(lambda: dict[str, int].fromkeys('ab')); t(lambda: list[int].nope); t(lambda: list[int].__doc__ is list.__doc__); t(lambda: list[int].__origin__); t(lambda: hasattr(list[int], '__iter__')); t(lambda: A.Callable[[T, U], int][str, bytes]); t(lambda: A.Callable[P, T][[int], str]); t(lambda: A.Callable[..., T][int])
