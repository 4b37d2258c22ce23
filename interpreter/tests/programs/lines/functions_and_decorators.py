def plain(f):
    return f


def with_argument(*args):
    def decorate(f):
        return f
    return decorate


@plain
def one():
    return 1


@plain
@with_argument(
    1,
    2,
)
def two(
    a,
    b=one(),
    *args,
    c: int = 3,
    **kwargs,
) -> int:
    """Docstring."""
    return a + b


@plain
class Three:
    @plain
    def method(self):
        return 3

    @property
    def p(self): return 4


@with_argument("generator")
def four():
    yield 4


print(one(), two(1), Three().method(), Three().p, list(four()))


def defaults(a=1,
             b=[
                 2,
             ]):
    return a, b


print(defaults())
