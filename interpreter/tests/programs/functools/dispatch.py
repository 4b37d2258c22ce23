from functools import partial, partialmethod, reduce, singledispatch, singledispatchmethod, total_ordering


@singledispatch
def show(value):
    return f'object {value}'


@show.register
def _(value: int):
    return f'int {value}'


@show.register(list)
@show.register(tuple)
def _(value):
    return [show(item) for item in value]


@show.register
def _(value: float | complex):
    return f'number {value}'


print(show('x'), show(True), show([1, 2.5, ('a',)]), show.dispatch(bool).__name__, len(show.registry))


@total_ordering
class Size:
    NAMES = 'SML'

    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return self.name == other.name

    def __lt__(self, other):
        return self.NAMES.index(self.name) < self.NAMES.index(other.name)

    @singledispatchmethod
    def fits(self, what):
        return 'unknown'

    @fits.register
    def _(self, what: int):
        return what < 10

    is_like = partialmethod(fits, 3)


print(Size('S') <= Size('M'), Size('L') > Size('M'), Size('S').fits(20), Size('S').fits('x'), Size('M').is_like())
power_of_two = partial(pow, 2)
print(power_of_two(10), power_of_two, reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 0))
