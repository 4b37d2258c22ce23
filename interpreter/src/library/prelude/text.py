# Text and numbers: what natives of strings, bytes and numbers hand over where an object's own methods tell its text or its value.


def call_with_indices(method, args):
    """A method again, with the arguments' `__index__` asked."""
    return method(args[0], *[_index_if_own(arg) for arg in args[1:]])


def sequence_index_within(method, args):
    """`index` of a list or tuple again, with the `__index__` of its bounds asked."""
    return method(args[0], args[1], *[_index_if_own(arg) for arg in args[2:]])


def call_function_with_indices(function, args):
    return function(*[_index_if_own(arg) for arg in args])


def _index_if_own(arg):
    return arg if _own(arg, '__index__') is None else index(arg)


def call_with_floats(function, args):
    """A function again, with the arguments' `__float__` asked."""
    return function(*[_float_if_own(arg) for arg in args])


def call_with_list_of_floats(function, args):
    numbers = []
    for item in args[0]:
        number = _float_if_own(item)
        if not _is_a(number, (int, float)):
            raise TypeError(f'must be real number, not {_type_name(item)}')
        numbers.append(number)
    return function(numbers)


def dist_of(function, args):
    return function(*[tuple([_float_if_own(item) for item in list_of(point)]) for point in args])


def _float_if_own(arg):
    return arg if _own(arg, '__float__') is None and _own(arg, '__index__') is None else float_of(arg)


def prod_of(product, rest):
    for item in rest:
        product = product * item
    return product


# Numbers.


def int_new(cls, value):
    return int.__new__(cls, int_of(value))


def int_new_with_base(cls, text, base):
    return int.__new__(cls, text, index(base))


def int_of(value):
    method = _special(value, '__int__')
    if method is not None:
        return exactly(int, method(), '__int__ returned non-int')
    if _special(value, '__index__') is not None:
        return index(value)
    method = _special(value, '__trunc__') if _own(value, '__trunc__') is None else looked_up(value, '__trunc__')
    deprecated('The delegation of int() to __trunc__ is deprecated.')
    result = method()
    if _is_a(result, int):
        return int.__int__(result)
    if _special(result, '__index__') is not None:
        return index(result)
    raise TypeError(f'__trunc__ returned non-Integral (type {_type_name(result)})')


def int_from_bytes(cls, source, byteorder, signed):
    method = _own(source, '__bytes__')
    if method is not None:
        data = _bytes_of(method)
    else:
        complaint = f"cannot convert '{_type_name(source)}' object to bytes"
        data = bytes(_bytes_items(source, True, complaint, 'bytes must be in range(0, 256)'))
    result = int.from_bytes(data, byteorder, signed=signed)
    return result if cls is int else cls(result)


def float_new(cls, value):
    return float.__new__(cls, float_of(value))


def float_of(value):
    method = _special(value, '__float__')
    if method is None:
        return float(index(value))
    return exactly(float, method(), f'{_type_name(value)}.__float__ returned non-float')


def complex_new(cls, real, imag):
    """`imag` is a tuple of none or one; texts have been refused."""
    method = _own(real, '__complex__')
    if method is not None:
        real = exactly(complex, method(), '__complex__ returned non-complex')
    if not _counts_as_float(real):
        raise TypeError(f"complex() first argument must be a string or a number, not '{_type_name(real)}'")
    if not imag:
        return complex.__new__(cls, _float_unless_complex(real))
    (imag,) = imag
    if not _counts_as_float(imag):
        raise TypeError(f"complex() second argument must be a number, not '{_type_name(imag)}'")
    real = _float_unless_complex(real)
    return complex.__new__(cls, real, _float_unless_complex(imag))


def _counts_as_float(value):
    return _is_a(value, (int, float, complex, str)) or _own(value, '__float__') is not None or _own(value, '__index__') is not None


def _float_unless_complex(value):
    return _inner(value) if _is_a(value, (complex, str)) else _float_if_own(value)


# Strings.


def str_new(cls, value):
    text = str_of(value)
    return text if cls is str else str.__new__(cls, _inner(text))


def str_join(separator, iterable):
    return separator.join(sequence_of(iterable, 'can only join an iterable'))


def str_translate(text, table):
    parts = []
    for char in text:
        try:
            new = table[ord(char)]
        except LookupError:
            parts.append(char)
            continue
        if new is None:
            continue
        if _is_a(new, int):
            if not 0 <= new < 0x110000:
                raise ValueError('character mapping must be in range(0x110000)')
            new = chr(new)
        elif not _is_a(new, str):
            raise TypeError('character mapping must return integer, None or str')
        parts.append(new)
    return ''.join(parts)


def str_format(template, positional, keywords):
    """`template.format(*positional, **keywords)`; for `format_map` positional is None."""
    return _FieldFiller(positional, keywords).fill(template, 2)


class _FieldFiller:
    """Fills the fields of a template, counting those that have no name."""

    def __init__(self, positional, keywords):
        self.positional = positional
        self.keywords = keywords
        self.numbering = None
        self.next = 0

    def fill(self, template, depth):
        if depth == 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in _format_parse(template):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            value = self.value(name)
            if conversion is not None:
                value = self.convert(value, conversion)
            if '{' in spec or '}' in spec:
                spec = self.fill(spec, depth - 1)
            parts.append(format(value, spec))
        return _joined(parts)

    def value(self, name):
        first, steps = _format_field_split(name)
        if first == '' or type(first) is int:
            value = self.numbered(first)
        else:
            value = self.keywords[first]
        for is_attribute, key in steps:
            value = getattr(value, key) if is_attribute else value[key]
        return value

    def numbered(self, number):
        if number == '':
            if self.numbering == 'manual':
                raise ValueError('cannot switch from manual field specification to automatic field numbering')
            self.numbering = 'automatic'
            number = self.next
            self.next += 1
        else:
            if self.numbering == 'automatic':
                raise ValueError('cannot switch from automatic field numbering to manual field specification')
            self.numbering = 'manual'
        if self.positional is None:
            raise ValueError('Format string contains positional fields')
        if number >= len(self.positional):
            raise IndexError(f'Replacement index {number} out of range for positional args tuple')
        return self.positional[number]

    def convert(self, value, conversion):
        if conversion == 'r':
            return repr_of(value)
        if conversion == 's':
            return str(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion}')


def _joined(parts):
    """A text alone stays what it is: one of a subclass of str."""
    return parts[0] if len(parts) == 1 and parts[0] else ''.join(parts)


def format_as_float(value, spec):
    return format(float_of(value), spec)


def refuse_literal(words, value):
    """The ValueError of an object that is no number's text."""
    raise ValueError(f'{words}: {value!r}')


def percent_format(template, arguments):
    return _joined(_percent_parts(template, arguments, False))


def percent_format_bytes(template, arguments):
    return template[:0].join(_percent_parts(template, arguments, True))


def _percent_parts(template, arguments, in_bytes):
    """The parts of a filled template: each directive becomes one of a built-in value alone, which a native fills."""
    is_tuple = _is_a(arguments, tuple)
    items = list(arguments) if is_tuple else [arguments]
    is_mapping = not is_tuple and not _is_a(arguments, str) and _special(arguments, '__getitem__') is not None
    if in_bytes and _is_a(arguments, (bytes, bytearray)):
        is_mapping = False
    used = 0
    keyed = False

    def take():
        nonlocal used
        if used >= len(items):
            raise TypeError('not enough arguments for format string')
        used += 1
        return items[used - 1]

    def take_count():
        count = take()
        if not _is_a(count, int):
            raise TypeError('* wants int')
        return _inner(count)

    parts = []
    for piece in _percent_parse(template):
        if type(piece) is str:
            parts.append(piece.encode('latin-1') if in_bytes else piece)
            continue
        key, flags, width, precision, conversion, place = piece
        if key is not None:
            if not is_mapping:
                raise TypeError('format requires a mapping')
            items = [arguments[key.encode('latin-1') if in_bytes else key]]
            used = 0
            keyed = True
        if width == '*':
            width = take_count()
            if width < 0:
                flags += '-'
                width = -width
        if precision == '*':
            precision = max(take_count(), 0)
        value = take()
        if conversion not in ('sracdiouxXeEfFgG' + 'b' * in_bytes):
            shown = conversion if ' ' <= conversion <= '~' else '?'
            raise ValueError(f"unsupported format character '{shown}' ({ord(conversion):#x}) at index {place}")
        value, conversion = _percent_value(value, conversion, in_bytes)
        if conversion == 's' and not in_bytes and precision is None and (width is None or width <= len(value)):
            parts.append(value)
            continue
        directive = '%' + flags + ('' if width is None else str(width)) + ('' if precision is None else f'.{precision}') + conversion
        parts.append(directive.encode('latin-1') % (value,) if in_bytes else directive % (value,))
    if used < len(items) and not keyed and not is_mapping:
        raise TypeError(f"not all arguments converted during {'bytes' if in_bytes else 'string'} formatting")
    return parts


def _percent_value(value, conversion, in_bytes):
    """A value as one of a built-in type, and the conversion that writes it."""
    if conversion == 'a' or conversion == 'r' and in_bytes:
        text = ascii(value)
        return (text.encode('ascii') if in_bytes else text), 's'
    if conversion == 'r':
        return repr_of(value), 's'
    if conversion == 's' and not in_bytes:
        return str(value), 's'
    if conversion in 'sb':
        if _is_a(value, (bytes, bytearray)):
            return _inner(value), 's'
        if _own(value, '__bytes__') is None:
            return value, 's'
        method = looked_up_or_lost(value, '__bytes__')
        if method is None:
            raise TypeError(f"%b requires a bytes-like object, or an object that implements __bytes__, not '{_type_name(value)}'")
        return _bytes_of(method), 's'
    if conversion == 'c' and (_is_a(value, (bytes, bytearray)) and len(_inner(value)) == 1 if in_bytes else _is_a(value, str)):
        return _inner(value), conversion
    if conversion in 'diouxXc':
        if not _is_a(value, int):
            value = _percent_integer(value, conversion, in_bytes)
    elif not _is_a(value, float):
        number = None
        try:
            number = _float_if_own(value)
        except Exception:
            if not in_bytes:
                raise
        if number is None:
            raise TypeError(f'float argument required, not {_type_name(value)}')
        value = number
    return _inner(value), conversion


def _percent_integer(value, conversion, in_bytes):
    try:
        if conversion not in 'diu':
            return _index_if_own(value)
        asks = [name for name in ('__int__', '__index__', '__float__') if _own(value, name) is not None]
        if not asks and _is_a(value, complex):
            asks = _own(value, '__trunc__') is not None
        return int.__int__(int(value)) if asks else value
    except Exception as error:
        if not _is_a(error, TypeError):
            raise
    if conversion == 'c':
        raise TypeError('%c requires an integer in range(256) or a single byte' if in_bytes else '%c requires int or char')
    named = 'd' if in_bytes and conversion in 'iu' else conversion
    wanted = 'an integer' if conversion in 'oxX' else 'a real number'
    raise TypeError(f'%{named} format: {wanted} is required, not {_type_name(value)}')


# Bytes.


def bytes_new(cls, source):
    method = _own(source, '__bytes__')
    if method is not None:
        result = _bytes_of(method)
        return result if cls is bytes else bytes.__new__(cls, result)
    return bytes.__new__(cls, _bytes_source(source, 'bytes'))


def _bytes_of(method):
    result = method()
    if not _is_a(result, bytes):
        raise TypeError(f'__bytes__ returned non-bytes (type {_type_name(result)})')
    return result


def _bytes_source(source, kind):
    """A count, or a list of integers. What is neither a number nor iterable is told so."""
    if _own(source, '__index__') is not None:
        count = None
        try:
            count = index(source)
        except TypeError:
            pass
        if count is not None:
            if not -_MOST <= count <= _MOST:
                raise OverflowError(f"cannot fit '{_type_name(source)}' into an index-sized integer")
            return count
        if _is_a(source, (bytes, bytearray)):
            return _inner(source)
    out_of_range = f"{'bytes' if kind == 'bytes' else 'byte'} must be in range(0, 256)"
    return _bytes_items(source, kind == 'bytes', f"cannot convert '{_type_name(source)}' object to {kind}", out_of_range)


def _bytes_items(source, asks_length, complaint, out_of_range='byte must be in range(0, 256)'):
    iterator = None
    try:
        iterator = iter(source)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(complaint)
    if asks_length:
        _ask_length(source)
    numbers = []
    end = object()
    while (item := next(iterator, end)) is not end:
        number = index(item)
        if not 0 <= number < 256:
            raise ValueError(out_of_range)
        numbers.append(number)
    return numbers


def bytearray_new(cls, source):
    return bytearray.__new__(cls, _bytes_source(source, 'bytearray'))


def bytearray_init(array, source):
    bytearray.__init__(array, _bytes_source(source, 'bytearray'))


def bytearray_extend(array, iterable):
    array.extend(_bytes_items(iterable, True, f"can't extend bytearray with {_type_name(iterable)}"))


def bytes_join(separator, iterable):
    return separator.join(sequence_of(iterable, 'can only join an iterable'))
