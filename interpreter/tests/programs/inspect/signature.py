import inspect


def f(a, b: int, /, c=3, *args, d, e=5, **kwargs) -> str:
    """A docstring.

    With a second line.
    """


s = inspect.signature(f)
print(s)
for p in s.parameters.values():
    print(p.name, p.kind.name, p.default is p.empty, p)
print(inspect.signature(lambda x, y=2: x), s.return_annotation)
print(inspect.getdoc(f))
print(inspect.signature(f).bind(1, 2, d=4).arguments)
try:
    s.bind(1)
except TypeError as error:
    print(error)
