# Which parameter an argument reaches, what does not fit, and how the parameters of callables are told.
import collections
import functools
import inspect
import typing


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class Made:
    def __init__(self, x): ...

    def method(self, x, y=2): ...


class Called:
    def __call__(self, q): ...


class New:
    def __new__(cls, y): ...


class Meta(type):
    def __call__(cls, q): ...


class OfMeta(metaclass=Meta): ...


class Plain: ...


Point = collections.namedtuple('Point', 'x y', defaults=[1])


class Typed(typing.NamedTuple):
    a: int
    b: str = 'x'


callables = (
    Made, New, Plain, OfMeta, Made.method, Made(1).method, Called(), Point, Typed, Point.__new__, len, [].append, list.append, str.join,
    functools.partial(lambda a, b: 1, 2), functools.wraps(lambda z: 1)(lambda *a: 1), Made(1), 5,
)  # fmt: skip
for callable in callables:
    t(lambda: inspect.getfullargspec(callable))
    t(lambda: str(inspect.signature(callable)) if callable is not callables[-2] else 0)
Point.__new__.__defaults__ = (8, 9)
print(inspect.signature(Point), Point())


def f(a, b=1, /, c=2, *args, d, e=3, **kw): ...


calls = [
    ((), {}), ((1,), {}), ((1,), {'d': 1}), ((1, 2, 3, 4, 5), {'d': 1, 'z': 2}), ((), {'a': 1, 'd': 1}), ((1,), {'b': 2, 'd': 1}),
    ((1,), {'c': 5}), ((1, 2, 3), {'c': 5, 'd': 1}),
]  # fmt: skip
for args, kwargs in calls:
    t(lambda: inspect.signature(f).bind(*args, **kwargs))
    t(lambda: inspect.signature(f).bind_partial(*args, **kwargs))
    t(lambda: inspect.getcallargs(f, *args, **kwargs))

signature = inspect.signature(lambda a, /, b, *, c: 1)
calls = [
    ((), {'a': 1}), ((1,), {'b': 1}), ((1, 2, 3), {}), ((1, 2), {'c': 1, 'd': 1}), ((1, 2), {'a': 3, 'c': 1}), ((1, 2), {'c': 1, 'b': 1}),
    ((), {'b': 1}), ((1, 2, 3), {'c': 1}),
]  # fmt: skip
for args, kwargs in calls:
    t(lambda: signature.bind(*args, **kwargs))
    t(lambda: signature.bind_partial(*args, **kwargs))


def two(a, b, c=1): ...
def none(): ...
def named(*, a, b): ...
def optional(a, b=1, *, k=2): ...
def many(a, b, c, d): ...


calls = [((), {}), ((1,), {}), ((1, 2), {}), ((1, 2, 3, 4, 5), {}), ((), {'a': 1, 'z': 1}), ((1,), {'a': 1}), ((1, 2, 3, 4), {'c': 5})]
for function in (two, none, named, optional, many):
    for args, kwargs in calls:
        t(lambda: inspect.getcallargs(function, *args, **kwargs))
t(lambda: sorted(inspect.getcallargs(Made(1).method, 5)))

Parameter = inspect.Parameter
t(lambda: Parameter('a', 5))
t(lambda: Parameter('a', 'x'))
t(lambda: Parameter('class', Parameter.KEYWORD_ONLY))
t(lambda: Parameter('class', Parameter.POSITIONAL_ONLY))
t(lambda: Parameter('1', Parameter.KEYWORD_ONLY))
t(lambda: Parameter(5, Parameter.KEYWORD_ONLY))
t(lambda: Parameter('a', Parameter.VAR_KEYWORD, default=1))
t(lambda: Parameter('a', Parameter.KEYWORD_ONLY).replace(kind=9))
print(repr(Parameter.KEYWORD_ONLY), Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY.description, type(Parameter.KEYWORD_ONLY).__mro__)
print(list(type(Parameter.KEYWORD_ONLY)))
keywords = [Parameter('a', Parameter.KEYWORD_ONLY), Parameter('b', Parameter.KEYWORD_ONLY)]
places = [Parameter('a', Parameter.POSITIONAL_OR_KEYWORD), Parameter('b', Parameter.POSITIONAL_OR_KEYWORD)]
print(inspect.Signature(keywords) == inspect.Signature(keywords[::-1]), inspect.Signature(places) == inspect.Signature(places[::-1]))
print(inspect.signature(two).parameters, repr(inspect.signature(named).parameters))
bound = inspect.signature(two).bind(1, 2)
print(bound, bound.arguments)
bound.apply_defaults()
print(bound, bound.arguments)
for thing in (5, 'x', None, Made(1), Made, two, len, inspect, functools.partial(two)):
    t(lambda: inspect.get_annotations(thing) if thing is not None and not isinstance(thing, Made) else inspect.get_annotations(8))


class Lying:
    __signature__ = 5


t(lambda: inspect.signature(Lying))
