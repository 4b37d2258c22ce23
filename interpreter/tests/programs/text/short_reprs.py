import reprlib


class Short(reprlib.Repr):
    def __init__(self):
        super().__init__()
        self.maxlist = 2
        self.maxstring = 12


print(reprlib.repr(list(range(100))), reprlib.repr('x' * 100), reprlib.repr({number: number for number in range(10)}), reprlib.repr([[[[[[[1]]]]]]]))
print(Short().repr([1, 2, 3]), Short().repr('a longer string'))


class Chain:
    def __init__(self):
        self.next = self

    @reprlib.recursive_repr()
    def __repr__(self):
        return f'Chain({self.next!r})'


print(Chain())
