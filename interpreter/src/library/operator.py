"""The operators as functions, and functions that fetch attributes and items.

https://docs.python.org/3.11/library/operator.html
"""

from _types import builtin_function as _builtin_function, final as _final, length_hint as _length_hint, made_by_new as _made_by_new
from _types import static_type as _static_type

_abs = abs


def lt(a, b, /):
    return a < b


def le(a, b, /):
    return a <= b


def eq(a, b, /):
    return a == b


def ne(a, b, /):
    return a != b


def ge(a, b, /):
    return a >= b


def gt(a, b, /):
    return a > b


def not_(a, /):
    return not a


def truth(a, /):
    return bool(a)


def is_(a, b, /):
    return a is b


def is_not(a, b, /):
    return a is not b


def abs(a, /):
    return _abs(a)


def add(a, b, /):
    return a + b


def and_(a, b, /):
    return a & b


def floordiv(a, b, /):
    return a // b


def inv(a, /):
    return ~a


def lshift(a, b, /):
    return a << b


def mod(a, b, /):
    return a % b


def mul(a, b, /):
    return a * b


def matmul(a, b, /):
    return a @ b


def neg(a, /):
    return -a


def or_(a, b, /):
    return a | b


def pos(a, /):
    return +a


def pow(a, b, /):
    return a**b


def rshift(a, b, /):
    return a >> b


def sub(a, b, /):
    return a - b


def truediv(a, b, /):
    return a / b


def xor(a, b, /):
    return a ^ b


def contains(a, b, /):
    return b in a


def getitem(a, b, /):
    return a[b]


def call(*args, **kwargs):
    if not args:
        raise TypeError('call expected at least 1 argument, got 0')
    function, *args = args
    return function(*args, **kwargs)


def invert(a, /):
    return ~a


def index(a, /):
    """The integer that something is."""
    return range(a).stop


def concat(a, b, /):
    """`a + b` of sequences."""
    for base in (str, bytes, bytearray, list, tuple):
        # What a subclass makes of `+` is not asked.
        if isinstance(a, base):
            return base.__add__(a, b)
    _check_sequences(a, b)
    return a + b


def _check_sequences(a, b):
    are_sequences = all([hasattr(type(one), '__getitem__') and not issubclass(type(one), dict) for one in (a, b)])
    if not are_sequences or not (hasattr(type(a), '__add__') or hasattr(type(b), '__radd__')):
        raise TypeError(f"'{type(a).__name__}' object can't be concatenated")


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def iadd(a, b, /):
    a += b
    return a


def iand(a, b, /):
    a &= b
    return a


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imod(a, b, /):
    a %= b
    return a


def imul(a, b, /):
    a *= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def isub(a, b, /):
    a -= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


def iconcat(a, b, /):
    """`a += b` of sequences."""
    _check_sequences(a, b)
    a += b
    return a


def countOf(a, b, /):
    """How many items of `a` are equal to `b`."""
    found = 0
    for item in _items(a):
        if item is b or item == b:
            found += 1
    return found


def indexOf(a, b, /):
    """Where `b` comes first in `a`."""
    for position, item in enumerate(_items(a)):
        if item is b or item == b:
            return position
    raise ValueError('sequence.index(x): x not in sequence')


def _items(a):
    try:
        return iter(a)
    except TypeError:
        pass
    raise TypeError(f"argument of type '{type(a).__name__}' is not iterable")


def length_hint(obj, default=0, /):
    """How long something is, or may be."""
    default = index(default)
    if not -(2**63) <= default < 2**63:
        raise OverflowError('Python int too large to convert to C ssize_t')
    hint = _length_hint(obj)
    return default if hint is None else hint


@_final
@_made_by_new
@_static_type
class attrgetter:
    """A function that fetches attributes; a dotted name goes on from one to the next."""

    __slots__ = ('_names', '_paths')

    def __init__(self, *names):
        if not names:
            raise TypeError('attrgetter expected 1 argument, got 0')
        self._names = names
        for name in self._names:
            if not issubclass(type(name), str):
                raise TypeError('attribute name must be a string')
        self._paths = [name.split('.') for name in self._names]

    def __call__(self, obj, /):
        values = []
        for path in self._paths:
            value = obj
            for name in path:
                value = getattr(value, name)
            values.append(value)
        return values[0] if len(values) == 1 else tuple(values)

    def __reduce__(self):
        return type(self), self._names

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(name) for name in self._names])})"


@_final
@_made_by_new
@_static_type
class itemgetter:
    """A function that fetches items."""

    __slots__ = ('_item', '_items')

    def __init__(self, *items):
        if not items:
            raise TypeError('itemgetter expected 1 argument, got 0')
        self._item = items[0]
        self._items = items if len(items) > 1 else None

    def __call__(self, obj, /):
        if self._items is None:
            return obj[self._item]
        return tuple([obj[item] for item in self._items])

    def __reduce__(self):
        return type(self), self._items or (self._item,)

    def __repr__(self):
        return f"operator.itemgetter({', '.join([repr(item) for item in self._items or (self._item,)])})"


@_final
@_made_by_new
@_static_type
class methodcaller:
    """A function that calls a method."""

    __slots__ = ('_name', '_args', '_kwargs')

    def __init__(self, /, *args, **kwargs):
        if not args:
            raise TypeError('methodcaller needs at least one argument, the method name')
        name, *args = args
        if not isinstance(name, str):
            raise TypeError('method name must be a string')
        self._name = name
        self._args = tuple(args)
        self._kwargs = kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __reduce__(self):
        if not self._kwargs:
            return type(self), (self._name, *self._args)
        from functools import partial

        return partial(type(self), self._name, **self._kwargs), self._args

    def __repr__(self):
        parts = [repr(self._name), *[repr(arg) for arg in self._args]]
        parts.extend([f'{name}={value!r}' for name, value in self._kwargs.items()])
        return f"operator.methodcaller({', '.join(parts)})"


__lt__, __le__, __eq__, __ne__, __ge__, __gt__, __not__, __abs__, __add__, __and__ = lt, le, eq, ne, ge, gt, not_, abs, add, and_
__floordiv__, __index__, __inv__, __invert__, __lshift__, __mod__, __mul__, __matmul__ = (
    floordiv,
    index,
    inv,
    invert,
    lshift,
    mod,
    mul,
    matmul,
)
__neg__, __or__, __pos__, __pow__, __rshift__, __sub__, __truediv__, __xor__ = neg, or_, pos, pow, rshift, sub, truediv, xor
__iadd__, __iand__, __iconcat__, __ifloordiv__, __ilshift__, __imatmul__, __imod__ = iadd, iand, iconcat, ifloordiv, ilshift, imatmul, imod
__imul__, __ior__, __ipow__, __irshift__, __isub__, __itruediv__, __ixor__ = imul, ior, ipow, irshift, isub, itruediv, ixor
__concat__, __contains__, __delitem__, __getitem__, __setitem__, __call__ = concat, contains, delitem, getitem, setitem, call

_Function = type(add)
for _function in list(globals().values()):
    if type(_function) is _Function:
        _builtin_function(_function, '_operator')
del _function, _Function
