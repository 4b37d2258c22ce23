"""Lists of numbers of one kind, kept as bytes.

https://docs.python.org/3.11/library/array.html. An array has its bytes inside, so whatever takes bytes takes it too.
"""

from _array import bytes_inside as _inside, new_around as _new_around
from _binascii import data_of as _data_of
from _struct import (
    pack_floats as _pack_floats,
    pack_ints as _pack_ints,
    swapped as _swapped,
    unpack_floats as _unpack_floats,
    unpack_ints as _unpack_ints,
)
from _types import match_as as _match_as, static_type as _static_type, type_name as _type_name
from collections.abc import MutableSequence as _MutableSequence
from operator import index as _index

typecodes = 'bBuhHiIlLqQfd'

_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_SIGNED = 'bhilq'

# What messages call the numbers that do not fit, and those as which CPython reads them first.
_NAMES = {
    'b': ('signed char', 'h'),
    'B': ('unsigned byte integer', 'B'),
    'h': ('signed short integer', 'h'),
    'H': ('unsigned short', 'i'),
    'i': ('signed integer', 'i'),
}


class array:
    """Numbers of one kind: in CPython's words, of one typecode."""

    __slots__ = ('_typecode', '_bytes')
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        if kwargs and cls is array:
            raise TypeError('array.array() takes no keyword arguments')
        if not 1 <= len(args) <= 2:
            bound = 'at least 1 argument' if not args else 'at most 2 arguments'
            raise TypeError(f'array() takes {bound} ({len(args)} given)')
        code = args[0]
        if not isinstance(code, str) or len(code) != 1:
            raise TypeError(f'array() argument 1 must be a unicode character, not {None if code is None else _type_name(code)}')
        initial = args[1] if len(args) == 2 else ()
        if code != 'u':
            if isinstance(initial, str):
                raise TypeError(f"cannot use a str to initialize an array with typecode '{code}'")
            if isinstance(initial, array) and initial._typecode == 'u':
                raise TypeError(f"cannot use a unicode array to initialize an array with typecode '{code}'")
        if code not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        self = _made(cls, code, b'')
        if isinstance(initial, (bytes, bytearray)):
            self.frombytes(initial)
        elif isinstance(initial, array) and initial._typecode == code:
            self._bytes[:] = initial._bytes
        else:
            self._take(initial)
        return self

    def __init__(self, /, *args, **kwargs):
        pass

    @property
    def typecode(self):
        return self._typecode

    @property
    def itemsize(self):
        return _SIZES[self._typecode]

    # Items.

    def __len__(self):
        return len(self._bytes) // _SIZES[self._typecode]

    def __getitem__(self, key, /):
        size = _SIZES[self._typecode]
        if isinstance(key, slice):
            start, stop, step = key.indices(len(self))
            if step == 1:
                return _made(array, self._typecode, self._bytes[start * size : max(start, stop) * size])
            return _made(array, self._typecode, _packed(self._typecode, self.tolist()[key]))
        at = self._place(key, 'array index out of range') * size
        return _unpacked(self._typecode, self._bytes[at : at + size])[0]

    def __setitem__(self, key, value, /):
        size = _SIZES[self._typecode]
        if not isinstance(key, slice):
            at = self._place(key, 'array assignment index out of range') * size
            self._bytes[at : at + size] = _packed(self._typecode, [value])
            return
        if not isinstance(value, array):
            raise TypeError(f'can only assign array (not "{_type_name(value)}") to array slice')
        if value._typecode != self._typecode:
            raise TypeError('bad argument type for built-in operation')
        start, stop, step = key.indices(len(self))
        if step == 1:
            self._bytes[start * size : max(start, stop) * size] = bytes(value._bytes)
            return
        if not value:
            del self[key]
            return
        places = range(start, stop, step)
        if len(places) != len(value):
            raise ValueError(f'attempt to assign array of size {len(value)} to extended slice of size {len(places)}')
        items = self.tolist()
        items[key] = value.tolist()
        self._bytes[:] = _packed(self._typecode, items)

    def __delitem__(self, key, /):
        size = _SIZES[self._typecode]
        if not isinstance(key, slice):
            at = self._place(key, 'array assignment index out of range') * size
            del self._bytes[at : at + size]
            return
        items = self.tolist()
        del items[key]
        self._bytes[:] = _packed(self._typecode, items)

    def _place(self, key, message):
        if not isinstance(key, int):
            if not hasattr(type(key), '__index__'):
                raise TypeError('array indices must be integers')
            key = _index(key)
        if not -1 << 63 <= key < 1 << 63:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        if key < 0:
            key += len(self)
        if not 0 <= key < len(self):
            raise IndexError(message)
        return key

    def __iter__(self):
        made = object.__new__(_arrayiterator)
        made._array = self
        made._at = 0
        return made

    def __contains__(self, value, /):
        return value in self.tolist()

    def append(self, v, /):
        """Adds an item at the end."""
        self._bytes += _packed(self._typecode, [v])

    def extend(self, bb, /):
        """Adds all items of another array, or of an iterable, at the end."""
        if not isinstance(bb, array):
            self._take(bb)
            return
        if bb._typecode != self._typecode:
            raise TypeError('can only extend with array of same kind')
        self._bytes += bytes(bb._bytes)

    def insert(self, i, v, /):
        """Puts an item before a place."""
        i = _index(i)
        length = len(self)
        if i < 0:
            i = max(i + length, 0)
        at = min(i, length) * _SIZES[self._typecode]
        self._bytes[at:at] = _packed(self._typecode, [v])

    def pop(self, i=-1, /):
        """Takes an item out."""
        i = _index(i)
        if not self:
            raise IndexError('pop from empty array')
        if i < 0:
            i += len(self)
        if not 0 <= i < len(self):
            raise IndexError('pop index out of range')
        item = self[i]
        del self[i : i + 1]
        return item

    def remove(self, v, /):
        """Takes the first of the items out that equal a value."""
        for at, item in enumerate(self):
            if item == v:
                del self[at]
                return
        raise ValueError('array.remove(x): x not in array')

    def index(self, v, start=0, stop=9223372036854775807, /):
        """The place of the first of the items that equal a value."""
        try:
            return self.tolist().index(v, start, stop)
        except ValueError:
            pass
        raise ValueError('array.index(x): x not in array')

    def count(self, v, /):
        """How many items equal a value."""
        return self.tolist().count(v)

    def reverse(self):
        """Turns the order round."""
        self._bytes[:] = _packed(self._typecode, self.tolist()[::-1])

    def _take(self, items):
        packed = _packed_at_once(self._typecode, items) if isinstance(items, (list, tuple)) else None
        if packed is not None:
            self._bytes += packed
            return
        for item in items:
            self._bytes += _packed(self._typecode, [item])

    # As a whole.

    def tolist(self):
        """The items as a list."""
        return _unpacked(self._typecode, self._bytes)

    def fromlist(self, list, /):
        """Adds the items of a list, all or none."""
        if not isinstance(list, _list):
            raise TypeError('arg must be list')
        self._bytes += _packed(self._typecode, list)

    def tobytes(self):
        """The items as bytes."""
        return bytes(self._bytes)

    def frombytes(self, buffer, /):
        """Adds the items that bytes are."""
        data = _data_of(buffer)
        if data is None:
            raise TypeError(f"a bytes-like object is required, not '{_type_name(buffer)}'")
        if len(data) % _SIZES[self._typecode]:
            raise ValueError('bytes length not a multiple of item size')
        self._bytes += data

    def tounicode(self):
        """The text that an array of characters is."""
        if self._typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self.tolist())

    def fromunicode(self, ustr, /):
        """Adds the characters of a text."""
        if not isinstance(ustr, str):
            raise TypeError(f'fromunicode() argument must be str, not {_type_name(ustr)}')
        if self._typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self._take(list(ustr))

    def tofile(self, f, /):
        """Writes the bytes to a file."""
        f.write(self.tobytes())

    def fromfile(self, f, n, /):
        """Adds so many items, read from a file."""
        wanted = n * _SIZES[self._typecode]
        data = f.read(wanted)
        self.frombytes(data[: len(data) // _SIZES[self._typecode] * _SIZES[self._typecode]])
        if len(data) < wanted:
            raise EOFError('read() returned not enough bytes')

    def byteswap(self):
        """Turns the order of the bytes of each item round."""
        self._bytes[:] = _swapped(self._bytes, _SIZES[self._typecode])

    def __copy__(self):
        return _made(array, self._typecode, bytes(self._bytes))

    def __deepcopy__(self, unused, /):
        return self.__copy__()

    def __reduce_ex__(self, protocol, /):
        return type(self), (self._typecode, self.tolist()), getattr(self, '__dict__', None)

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return f"{name}('{self._typecode}')"
        return f"{name}('{self._typecode}', {self.tounicode() if self._typecode == 'u' else self.tolist()!r})"

    # Without it the bytes inside would be shown.
    __str__ = __repr__

    # Operators.

    def __add__(self, value, /):
        if not isinstance(value, array):
            raise TypeError(f'can only append array (not "{_type_name(value)}") to array')
        if value._typecode != self._typecode:
            raise TypeError('bad argument type for built-in operation')
        return _made(array, self._typecode, bytes(self._bytes) + bytes(value._bytes))

    def __iadd__(self, value, /):
        if not isinstance(value, array):
            raise TypeError(f'can only extend array with array (not "{_type_name(value)}")')
        self.extend(value)
        return self

    def __mul__(self, value, /):
        if not hasattr(type(value), '__index__'):
            return NotImplemented
        return _made(array, self._typecode, bytes(self._bytes) * _index(value))

    __rmul__ = __mul__

    def __imul__(self, value, /):
        if not hasattr(type(value), '__index__'):
            return NotImplemented
        self._bytes *= _index(value)
        return self

    def __eq__(self, value, /):
        if isinstance(value, array):
            return self.tolist() == value.tolist()
        return False if isinstance(value, (bytes, bytearray)) else NotImplemented

    def __ne__(self, value, /):
        equal = self.__eq__(value)
        return equal if equal is NotImplemented else not equal

    def __lt__(self, value, /):
        return self.tolist() < value.tolist() if isinstance(value, array) else NotImplemented

    def __le__(self, value, /):
        return self.tolist() <= value.tolist() if isinstance(value, array) else NotImplemented

    def __gt__(self, value, /):
        return self.tolist() > value.tolist() if isinstance(value, array) else NotImplemented

    def __ge__(self, value, /):
        return self.tolist() >= value.tolist() if isinstance(value, array) else NotImplemented


class _arrayiterator:
    """The items of an array, one after the other."""

    __slots__ = ('_array', '_at')

    def __new__(cls):
        raise TypeError("cannot create 'array.arrayiterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        if self._array is None or self._at >= len(self._array):
            self._array = None
            raise StopIteration
        self._at += 1
        return self._array[self._at - 1]


_list = list
ArrayType = array
_static_type(array)
_arrayiterator.__name__ = _arrayiterator.__qualname__ = 'arrayiterator'
_static_type(_arrayiterator)
_MutableSequence.register(array)
_match_as(array, 'sequence')


def _made(cls, code, data):
    self = _new_around(cls, bytearray(data))
    self._typecode = code
    self._bytes = _inside(self)
    return self


# Items as bytes.


def _unpacked(code, data):
    if code == 'u':
        return [chr(number) for number in _unpack_ints(data, 4, False, True)]
    if code in 'fd':
        return _unpack_floats(data, _SIZES[code], True)
    return _unpack_ints(data, _SIZES[code], code in _SIGNED, True)


def _packed_at_once(code, items):
    """None where one of the items is no number that fits."""
    if code == 'u':
        return None
    if code in 'fd':
        packed = _pack_floats(items, _SIZES[code], True)
    else:
        packed = _pack_ints(items, _SIZES[code], code in _SIGNED, True)
    return packed if isinstance(packed, bytes) else None


def _packed(code, items):
    if code == 'u':
        return _pack_ints([_code_of(item) for item in items], 4, False, True)
    if code in 'fd':
        return _packed_floats(code, items)
    packed = _packed_at_once(code, items)
    if packed is not None:
        return packed
    return _pack_ints([_int(code, item) for item in items], _SIZES[code], code in _SIGNED, True)


def _code_of(item):
    if not isinstance(item, str) or len(item) != 1:
        raise TypeError('array item must be unicode character')
    return ord(item)


def _packed_floats(code, items):
    packed = _packed_at_once(code, items)
    if packed is not None:
        return packed
    items = [_float(item) for item in items]
    while not isinstance(packed := _pack_floats(items, _SIZES[code], True), bytes):
        # Too large: CPython leaves that to C.
        items[packed] = float('inf') if items[packed] > 0 else float('-inf')
    return packed


def _float(item):
    if isinstance(item, (float, int)) or hasattr(type(item), '__float__') or hasattr(type(item), '__index__'):
        return float(item)
    raise TypeError(f'must be real number, not {_type_name(item)}')


def _int(code, item):
    if not isinstance(item, int):
        if not hasattr(type(item), '__index__'):
            raise TypeError(f"'{_type_name(item)}' object cannot be interpreted as an integer")
        item = _index(item)
    if code in _NAMES:
        if not -1 << 63 <= item < 1 << 63:
            raise OverflowError('Python int too large to convert to C long')
        name, first = _NAMES[code]
        _check(item, *_range(first), _NAMES[first][0])
        _check(item, *_range(code), name)
        return item
    lowest, highest = _range(code)
    if lowest <= item <= highest:
        return item
    if code == 'q':
        raise OverflowError('int too big to convert')
    if code == 'Q':
        raise OverflowError("can't convert negative int to unsigned" if item < 0 else 'int too big to convert')
    if code == 'l':
        raise OverflowError('Python int too large to convert to C long')
    if item < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if item >= 1 << 64:
        raise OverflowError('Python int too large to convert to C unsigned long')
    raise OverflowError('unsigned int is greater than maximum')


def _range(code):
    bits = 8 * _SIZES[code]
    return (-1 << bits - 1, (1 << bits - 1) - 1) if code in _SIGNED else (0, (1 << bits) - 1)


def _check(item, lowest, highest, name):
    if item < lowest:
        raise OverflowError(f'{name} is less than minimum')
    if item > highest:
        raise OverflowError(f'{name} is greater than maximum')
