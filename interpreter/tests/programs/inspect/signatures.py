import inspect
from functools import partial, wraps


def f(a, b: int = 2, /, c=3, *args, d, e: str = 'x', **kw) -> list:
    """A function.

    With more to say.
    """


class Point:
    def __init__(self, x, y=0, *, label=None): ...

    def move(self, by): ...


sig = inspect.signature(f)
print(sig, sig.return_annotation)
for parameter in sig.parameters.values():
    print(parameter, parameter.kind.description, parameter.default is parameter.empty)
bound = sig.bind(1, 2, 3, 4, d=5, z=6)
bound.apply_defaults()
print(bound, bound.args, bound.kwargs)
for args, kwargs in [((), {}), ((1,), {}), ((1,), {'d': 1, 'a': 2})]:
    try:
        sig.bind(*args, **kwargs)
    except TypeError as error:
        print(error)
print(inspect.signature(Point), inspect.signature(Point.move), inspect.signature(Point(1).move), inspect.signature(partial(f, 1, d=2)))


@wraps(f)
def wrapper(*args, **kwargs): ...


print(inspect.signature(wrapper) == sig, inspect.unwrap(wrapper) is f, inspect.getdoc(f), inspect.getfullargspec(Point.move))
