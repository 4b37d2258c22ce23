"""Sequences whose class has a method for one way of `*`: the other way is the built-in type's method, and no sequence is repeated."""


def show(what, make):
    try:
        print(what, repr(make()))
    except (TypeError, OverflowError) as error:
        print(what, type(error).__name__, error)


class RightList(list):
    def __rmul__(self, other):
        print('RightList.__rmul__', other)
        return NotImplemented


class RightTuple(tuple):
    def __rmul__(self, other):
        print('RightTuple.__rmul__', other)
        return 'from the right'


class LeftList(list):
    def __mul__(self, other):
        print('LeftList.__mul__', other)
        return NotImplemented


class LeftStr(str):
    def __mul__(self, other):
        print('LeftStr.__mul__', other)
        return 'from the left'


class Two:
    def __repr__(self):
        return 'Two()'

    def __index__(self):
        return 2


def times(sequence, other):
    sequence *= other
    return sequence


for kind in (RightList, RightTuple, LeftList, LeftStr):
    for other in (2, True, Two(), 'a', 1.5, None, [1], kind('xy'), 2**80):
        show(f'{kind.__name__} * {type(other).__name__}', lambda: kind('xy') * other)
        show(f'{type(other).__name__} * {kind.__name__}', lambda: other * kind('xy'))
        if other != 2**80:
            show(f'{kind.__name__} *= {type(other).__name__}', lambda: times(kind('xy'), other))
            show(f'{type(other).__name__} *= {kind.__name__}', lambda: times(other, kind('xy')))
