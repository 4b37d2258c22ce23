"""How an argument of `list[…]` and a member of `X | Y` is told: by `__origin__` and `__args__`, then by its names, whoever answers for them."""


class Told:
    def __init__(self, **names):
        self.names = names

    def __getattr__(self, name):
        print('  asked for', name)
        if name in self.names:
            return self.names[name]
        raise AttributeError(name)

    def __repr__(self):
        return 'Told()'


for names in (
    {}, {'__origin__': 1}, {'__origin__': 1, '__args__': 2}, {'__qualname__': 'q'}, {'__qualname__': 3, '__args__': 2},
):
    print(names, list[Told(**names)])


class Watched:
    def __getattribute__(self, name):
        print('  asked first for', name)
        return object.__getattribute__(self, name)

    def __repr__(self):
        return 'Watched()'


print(list[Watched()])


class Meta(type):
    answer = None

    def __getattr__(cls, name):
        print('  asked the class for', name)
        if Meta.answer is None:
            raise AttributeError(name)
        if Meta.answer == 'fail':
            raise ValueError(name)
        return Meta.answer


class Kind(metaclass=Meta):
    def __repr__(self):
        return 'Kind()'


class Row(tuple):
    pass


for Meta.answer in (None, 1):
    print(list[Kind], Kind | int, int | Kind, list[Kind] | None, dict[str, Kind])
Meta.answer = 'fail'
for make in (lambda: list[Kind], lambda: int | Kind):
    made = make()
    try:
        print(made)
    except ValueError as error:
        print('  failed:', error)

Meta.answer = None
for item in ((int, str), 1):
    try:
        Kind[item]
    except TypeError as error:
        print(error)
Meta.answer = lambda item: ('answered', item)
print(Kind[int, str])


def function():
    pass


print(list[[int, str]], list[((int, 2),)], list[Row((int, 2))], list[Row((Row((int,)),))], list[[(1, 2), [3]]])
print(list[None], list[type(None)], None | int, int | type(None), list[...], list[function], list[Told], list['text'], list[len])
