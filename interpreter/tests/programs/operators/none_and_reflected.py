# Special methods that are None, and what a method for one way of an operator means for the other.
def show(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)


class None_: __add__ = None; __radd__ = None; __iadd__ = None; __neg__ = None; __eq__ = None; __lt__ = None
class Int(int): __add__ = None; __radd__ = None; __neg__ = None
class RightInt(int): __radd__ = None
class RightFloat(float): __rsub__ = None
class Text(str): __add__ = None; __mod__ = None; __rmod__ = None
class Items(list): __iadd__ = None; __add__ = None; __mul__ = None; __rmul__ = None
class Table(dict): __or__ = None; __ror__ = None; __ior__ = None
class Group(set): __or__ = None; __ror__ = None; __rsub__ = None


def changed(left, right):
    left += right
    return left


def united(left, right):
    left |= right
    return left


show(lambda: None_() + 1)
show(lambda: 1 + None_())
show(lambda: -None_())
show(lambda: None_() == 1)
show(lambda: None_() < 1)
show(lambda: 1 < None_())
show(lambda: changed(None_(), 1))
show(lambda: changed(Items(), [1]))
show(lambda: changed(Int(), 1))
show(lambda: Int(1) + 1)
show(lambda: 1 + Int(1))
show(lambda: -Int(1))
show(lambda: 1 + RightInt(1))
show(lambda: RightInt(1) + 1)
show(lambda: RightInt(1) + RightInt(2))
show(lambda: 1.5 + RightInt(1))
show(lambda: 1.5 - RightFloat(1))
show(lambda: 1 - RightFloat(1))
show(lambda: RightFloat(2) - 1)
show(lambda: Text('a') + 'b')
show(lambda: 'a' + Text('b'))
show(lambda: Text('%s') % 1)
show(lambda: '%s' % Text('b'))
show(lambda: Items() + [])
show(lambda: [] + Items())
show(lambda: Items() * 2)
show(lambda: 2 * Items())
show(lambda: Table() | {})
show(lambda: {} | Table())
show(lambda: united(Table(), {1: 2}))
show(lambda: Group() | {1})
show(lambda: {1} | Group())
show(lambda: {1} - Group())
show(lambda: sum([RightInt(3)]))
show(lambda: sum([1.5, RightInt(3)]))
show(lambda: pow(2, RightInt(1)))

# A sequence with __radd__ adds as a number does: the other side is not asked.
class Right:
    def __radd__(self, other): return 'right'


for kind in (tuple, list, str, bytes, bytearray):
    Reflecting = type('Reflecting', (kind,), {'__radd__': lambda self, other: 'reflected'})
    show(lambda: Reflecting() + Right())
    show(lambda: kind() + Right())
    show(lambda: Right() + Reflecting())
    show(lambda: Reflecting() + kind())
    show(lambda: kind() + Reflecting())


# In place: what has slots for sequences does not ask the other side.
class Silent(list):
    def __imul__(self, other): return NotImplemented
    def __mul__(self, other): return NotImplemented


class SilentInPlace(list):
    def __imul__(self, other): return NotImplemented


def multiplied(left, right):
    left *= right
    return left


for right in (3, 2.5, [1], (1,), 'a'):
    show(lambda: multiplied(Silent(), right))
    show(lambda: multiplied(SilentInPlace([0]), right))
    show(lambda: Silent() * right)


# A view of a dict takes any left operand.
class Minus:
    def __sub__(self, other): return NotImplemented
    def __or__(self, other): return NotImplemented
    def __iter__(self): return iter((1, 2, 3))


class Bare:
    def __and__(self, other): return NotImplemented


class AndList(list):
    def __and__(self, other): return NotImplemented


class MinusDict(dict):
    def __sub__(self, other):
        print('asked')
        return NotImplemented


keys = {1: 2}.keys()


def less(left, right):
    left -= right
    return left


show(lambda: Minus() - keys)
show(lambda: Minus() | keys)
show(lambda: Minus() ^ keys)
show(lambda: Bare() & keys)
show(lambda: AndList([1]) & keys)
show(lambda: MinusDict({5: 1}) - keys)
show(lambda: less(MinusDict({5: 1}), keys))
show(lambda: keys - Bare())
show(lambda: Bare() + keys)
