"""Values as bytes in the layout that C gives them, and back.

https://docs.python.org/3.11/library/struct.html. "Native" is a little-endian machine of 64 bits. Numbers that stand side by side are packed at once.
"""

from _types import builtin_function as _builtin_function, static_type as _static_type, type_name as _type_name
from _binascii import data_of as _data_of
from _struct import pack_floats as _pack_floats, pack_ints as _pack_ints, unpack_floats as _unpack_floats, unpack_ints as _unpack_ints
from _struct import write as _write
from operator import index as _index

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    __module__ = 'struct'


_STANDARD = {
    'x': 1,
    'c': 1,
    'b': 1,
    'B': 1,
    '?': 1,
    'h': 2,
    'H': 2,
    'i': 4,
    'I': 4,
    'l': 4,
    'L': 4,
    'q': 8,
    'Q': 8,
    'e': 2,
    'f': 4,
    'd': 8,
    's': 1,
    'p': 1,
}
_NATIVE = _STANDARD | {'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}
_SPACE = ' \t\n\r\v\f'

# Formats that were read, the oldest first.
_cache = {}
_CACHED = 100


@_static_type
class Struct:
    """A format that has been read."""

    __module__ = '_struct'
    __slots__ = ('_format', '_size', '_order', '_parts', '_count')

    def __init__(self, format):
        if isinstance(format, str):
            format.encode('ascii')
        elif isinstance(format, (bytes, bytearray)):
            format = format.decode('latin-1')
        else:
            raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
        self._format = format
        self._order, self._parts, self._size = _read(format)
        self._count = sum([1 if code in 'sp' else count for code, count, _, _ in self._parts])

    @property
    def format(self):
        return self._format

    @property
    def size(self):
        return self._size

    def pack(self, /, *args):
        """The values as bytes."""
        self._check_count('pack', args)
        packed = bytearray()
        self._pack_onto(packed, args)
        return bytes(packed)

    def pack_into(self, /, *args):
        """The values as bytes in a buffer, from an offset on."""
        if not args:
            raise error('pack_into expected buffer argument')
        if len(args) == 1:
            raise error('pack_into expected offset argument')
        buffer, offset, *values = args
        self._check_count('pack_into', values)
        if not _write(buffer, 0, b''):
            raise TypeError(f'argument must be read-write bytes-like object, not {_type_name(buffer)}')
        offset = self._checked_offset('pack_into', 'no space to pack', 'packing', _index(offset), len(_data_of(buffer)))
        packed = bytearray()
        try:
            self._pack_onto(packed, values)
        finally:
            # What comes before a value that can't be packed is written all the same.
            _write(buffer, offset, packed.ljust(self._size, b'\0'))

    def unpack(self, buffer, /):
        """The values that bytes are."""
        data = _bytes(buffer)
        if len(data) != self._size:
            raise error(f'unpack requires a buffer of {self._size} bytes')
        return self._unpacked(data, 0)

    def unpack_from(self, buffer, offset=0):
        """The values that the bytes from an offset on are."""
        data = _bytes(buffer)
        offset = self._checked_offset('unpack_from', 'not enough data to unpack', 'unpacking', _index(offset), len(data))
        return self._unpacked(data, offset)

    def iter_unpack(self, buffer, /):
        """The values that bytes are, one tuple after the other."""
        return _iterator(self, buffer)

    def _pack_onto(self, packed, values):
        at = 0
        for code, count, offset, size in self._parts:
            packed += b'\0' * (offset - len(packed))
            if code in 'sp':
                packed += _packed_text(code, count, values[at])
                at += 1
                continue
            _PACKERS[code](packed, self._order, code, size, values[at : at + count])
            at += count
        packed += b'\0' * (self._size - len(packed))

    def _unpacked(self, data, start):
        values = []
        for code, count, offset, size in self._parts:
            part = data[start + offset : start + offset + count * size]
            if code == 's':
                values.append(part)
            elif code == 'p':
                values.append(part[1 : 1 + min(part[0], count - 1)] if part else b'')
            elif code == 'c':
                values += [part[at : at + 1] for at in range(count)]
            elif code == '?':
                values += [byte != 0 for byte in part]
            elif code in 'efd':
                values += _unpack_floats(part, size, self._order not in '>!')
            else:
                values += _unpack_ints(part, size, code in 'bhilqn', self._order not in '>!')
        return tuple(values)

    def _check_count(self, function, values):
        if len(values) != self._count:
            raise error(f'{function} expected {self._count} items for packing (got {len(values)})')

    def _checked_offset(self, function, too_short, doing, offset, length):
        size = self._size
        if offset < 0:
            if offset + size > 0:
                raise error(f'{too_short} {size} bytes at offset {offset}')
            if offset + length < 0:
                raise error(f'offset {offset} out of range for {length}-byte buffer')
            offset += length
        if length - offset < size:
            raise error(
                f'{function} requires a buffer of at least {offset + size} bytes for {doing} {size} bytes at offset {offset}'
                f' (actual buffer size is {length})'
            )
        return offset


class _unpack_iterator:
    """What `iter_unpack` gives."""

    __module__ = '_struct'
    __slots__ = ('_struct', '_data', '_at')

    def __new__(cls):
        raise TypeError("cannot create '_struct.unpack_iterator' instances")

    def __iter__(self):
        return self

    def __next__(self):
        if self._at >= len(self._data):
            raise StopIteration
        at = self._at
        self._at += self._struct._size
        return self._struct._unpacked(self._data, at)

    def __length_hint__(self):
        return (len(self._data) - self._at) // self._struct._size


_unpack_iterator.__name__ = _unpack_iterator.__qualname__ = 'unpack_iterator'
_static_type(_unpack_iterator)


def _iterator(struct, buffer):
    data = _bytes(buffer)
    if struct._size == 0:
        raise error('cannot iteratively unpack with a struct of length 0')
    if len(data) % struct._size:
        raise error(f'iterative unpacking requires a buffer of a multiple of {struct._size} bytes')
    made = object.__new__(_unpack_iterator)
    made._struct, made._data, made._at = struct, data, 0
    return made


# Functions.


def calcsize(format, /):
    """How many bytes a format takes."""
    return _cached(format)._size


def pack(*args):
    """The values as bytes, in the layout that the first argument says."""
    if not args:
        raise TypeError('missing format argument')
    return _cached(args[0]).pack(*args[1:])


def pack_into(*args):
    """The values as bytes in a buffer."""
    if not args:
        raise TypeError('missing format argument')
    return _cached(args[0]).pack_into(*args[1:])


def unpack(format, buffer, /):
    """The values that bytes are."""
    return _cached(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    """The values that the bytes from an offset on are."""
    return _cached(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    """The values that bytes are, one tuple after the other."""
    return _iterator(_cached(format), buffer)


for _function in (calcsize, pack, pack_into, unpack, unpack_from, iter_unpack):
    _builtin_function(_function, '_struct')
del _function


def _cached(format):
    try:
        return _cache[format]
    except (KeyError, TypeError):
        pass
    made = Struct(format)
    if len(_cache) == _CACHED:
        del _cache[next(iter(_cache))]
    _cache[format] = made
    return made


# Formats.


def _read(format):
    """Order, parts, and size; a part is a code, how many there are, where they begin, and the size of one."""
    order = '@'
    if format and format[0] in '@=<>!':
        order = format[0]
        format = format[1:]
    sizes = _NATIVE if order == '@' else _STANDARD
    parts = []
    size = 0
    count = None
    for char in format:
        if char.isdigit():
            count = (count or 0) * 10 + int(char)
            if count >= 1 << 63:
                raise error('total struct size too long')
            continue
        if char in _SPACE and count is None:
            continue
        if char not in sizes:
            raise error('bad char in struct format')
        width = sizes[char]
        if order == '@':
            size += -size % width
        times = 1 if count is None else count
        if char != 'x' and (times or char in 'sp'):
            parts.append((char, times, size, width))
        size += times * width
        if size >= 1 << 63:
            raise error('total struct size too long')
        count = None
    if count is not None:
        raise error('repeat count given without format specifier')
    return order, _joined(parts), size


def _joined(parts):
    """Parts of one code that stand side by side become one."""
    joined = []
    for code, count, offset, size in parts:
        if joined and code not in 'sp':
            last, before, start, _ = joined[-1]
            if last == code and start + before * size == offset:
                joined[-1] = code, before + count, start, size
                continue
        joined.append((code, count, offset, size))
    return joined


# Values.


def _bytes(buffer):
    data = _data_of(buffer)
    if data is None:
        raise TypeError(f"a bytes-like object is required, not '{_type_name(buffer)}'")
    return data


def _packed_text(code, size, value):
    if not isinstance(value, (bytes, bytearray)):
        raise error(f"argument for '{code}' must be a bytes object")
    if code == 's' or size == 0:
        return value[:size].ljust(size, b'\0')
    text = value[: size - 1]
    return bytes([min(len(text), 255)]) + text.ljust(size - 1, b'\0')


def _pack_chars(packed, order, code, size, values):
    for value in values:
        if not isinstance(value, bytes) or len(value) != 1:
            raise error('char format requires a bytes object of length 1')
        packed += value


def _pack_bools(packed, order, code, size, values):
    for value in values:
        packed.append(bool(value))


def _pack_integers(packed, order, code, size, values):
    signed, little = code in 'bhilqn', order not in '>!'
    data = _pack_ints(values, size, signed, little)
    if isinstance(data, bytes):
        packed += data
        return
    for value in values:
        packed += _pack_ints([_checked_int(order, code, size, value)], size, signed, little)


def _checked_int(order, code, size, value):
    """An integer that can be packed, as the value says it is."""
    if not isinstance(value, int):
        if not hasattr(type(value), '__index__'):
            raise error('required argument is not an integer')
        value = _index(value)
    bits = 8 * size
    if code == 'P':
        if not -1 << 63 <= value < 1 << 64:
            raise error('int too large to convert')
        return value % (1 << 64)
    signed = code in 'bhilqn'
    lowest, highest = (-1 << bits - 1, (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if lowest <= value <= highest:
        return value
    if size == 8:
        raise error('int too large to convert' if order in '>!' else 'argument out of range')
    # CPython reads the number as a long of C first, signed or not.
    is_big = order in '>!'
    as_signed = signed or code == 'B' or code == 'H' and not is_big
    if not (-1 << 63 <= value < 1 << 63 if as_signed else 0 <= value < 1 << 64):
        raise error('argument out of range')
    names = {'b': 'byte', 'B': 'ubyte'}
    if not is_big:
        names |= {'h': 'short', 'H': 'ushort'}
    raise error(f"{names.get(code, repr(code))} format requires {lowest} <= number <= {highest}")


def _pack_numbers(packed, order, code, size, values):
    little = order not in '>!'
    data = _pack_floats(values, size, little)
    if isinstance(data, bytes):
        packed += data
        return
    for value in values:
        number = _float(value)
        data = _pack_floats([number], size, little)
        if isinstance(data, bytes):
            packed += data
        elif order == '@' and code == 'f':
            packed += _pack_floats([_INFINITY if number > 0 else -_INFINITY], size, little)
        elif isinstance(value, int):
            raise error('int too large to convert')
        else:
            raise OverflowError(f'float too large to pack with {code} format')


_INFINITY = float('inf')


def _float(value):
    if not isinstance(value, float):
        failed = isinstance(value, (str, bytes, bytearray))
        try:
            value = float(0 if failed else value)
        except Exception:
            failed = True
        if failed:
            raise error('required argument is not a float')
    return value


_PACKERS = dict.fromkeys('bBhHiIlLqQnNP', _pack_integers)
_PACKERS |= {'c': _pack_chars, '?': _pack_bools, 'e': _pack_numbers, 'f': _pack_numbers, 'd': _pack_numbers}
