# How objects look: `repr`, `str`, `format`, `print`.


# The containers whose repr is being made: one met again inside of itself is cut short.
_open = []


def repr_of(value):
    return _repr_of(value)


def _repr_of(value):
    method = _own(value, '__repr__')
    if method is not None:
        method = looked_up_or_lost(value, '__repr__')
        if method is None:
            # As C shows it, without the module.
            text = object.__repr__(value)
            return f"<{type(value).__name__}{text[text.index(' object at ') :]}"
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__repr__ returned non-string (type {_type_name(text)})')
        return text
    inner = _inner(value)
    for known in _open:
        if known is inner:
            return _cut_short(inner)
    _open.append(inner)
    try:
        return _repr_inside(value, inner)
    finally:
        _open.pop()


def named_repr(group):
    """The repr of a set, whose class's name shows where it is a subclass."""
    inner = _inner(group)
    for known in _open:
        if known is inner:
            return f'{type(group).__name__}(...)'
    _open.append(inner)
    try:
        return _repr_inside(group, inner)
    finally:
        _open.pop()


def _cut_short(value):
    if _is_a(value, list):
        return '[...]'
    if _is_a(value, tuple):
        return '(...)'
    if _is_a(value, dict):
        return '{...}'
    if _is_a(value, (set, frozenset)):
        return f'{type(value).__name__}(...)'
    return '...'


def _repr_inside(whole, value):
    if _is_a(value, list):
        return f"[{', '.join([repr(item) for item in value])}]"
    if _is_a(value, tuple):
        if len(value) == 1:
            return f'({value[0]!r},)'
        return f"({', '.join([repr(item) for item in value])})"
    if _is_a(value, dict):
        return '{' + ', '.join([f'{key!r}: {item!r}' for key, item in dict.items(value)]) + '}'
    if _is_a(value, (set, frozenset)):
        inside = '{' + ', '.join([repr(item) for item in list_of(whole)]) + '}'
        return inside if type(whole) is set else f'{type(whole).__name__}({inside})'
    if _is_a(value, BaseException):
        return f"{type(value).__name__}({', '.join([repr(arg) for arg in value.args])})"
    kind = type(value).__name__
    if kind == 'mappingproxy':
        return f'mappingproxy({value.copy()!r})'
    if kind in ('dict_keys', 'dict_values', 'dict_items'):
        return f"{kind}([{', '.join([repr(item) for item in value])}])"
    if kind == 'method':
        return f"<bound method {getattr(value.__func__, '__qualname__', '?')} of {value.__self__!r}>"
    if kind in ('staticmethod', 'classmethod'):
        return f'<{kind}({value.__func__!r})>'
    if kind == 'slice':
        return f'slice({value.start!r}, {value.stop!r}, {value.step!r})'
    if kind == 'frame':
        return f"<frame at 0x{id(value):012x}, file {value.f_code.co_filename!r}, line {value.f_lineno}, code {value.f_code.co_name}>"
    if _is_a(value, type):
        return f"<class '{_full_name(value)}'>"
    # Nothing in it is the program's.
    return repr(whole)


def str_of(value):
    method = _own(value, '__str__')
    if method is not None:
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__str__ returned non-string (type {_type_name(text)})')
        return text
    if _is_a(value, BaseException):
        return exception_str(value)
    method = _own(value, '__repr__')
    if method is not None:
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__str__ returned non-string (type {_type_name(text)})')
        return text
    if type(value).__name__ == 'mappingproxy':
        return _repr_of(value.copy())
    return _repr_of(value)


def str_by_format(value):
    """What `object.__format__` makes of an object."""
    return str_of(value)


def exception_str(error):
    args = error.args
    if _is_a(error, BaseExceptionGroup):
        count = len(error.exceptions)
        return f"{error.message} ({count} sub-exception{'' if count == 1 else 's'})"
    if _is_a(error, OSError) and error.errno is not None and error.strerror is not None:
        text = f'[Errno {error.errno}] {error.strerror}'
        if error.filename is None:
            return text
        return f'{text}: {error.filename!r}' if error.filename2 is None else f'{text}: {error.filename!r} -> {error.filename2!r}'
    if len(args) == 1:
        return repr(args[0]) if _is_a(error, KeyError) else str(args[0])
    return str(args) if args else ''


def exception_repr(error):
    return f"{type(error).__name__}({', '.join([repr(arg) for arg in error.args])})"


def format_value(value, conversion, spec):
    """A formatted value of an f-string; the conversions count from none over `!s` and `!r` to `!a`."""
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr_of(value)
    elif conversion == 3:
        value = ascii(value)
    return format(value, spec)


def echo(value):
    """What the interactive session shows of an expression statement."""
    _write(repr(value) + '\n', 0)


def echo_elsewhere(value):
    """The same where the program has replaced `sys.stdout`."""
    import sys

    sys.displayhook(value)


def format_of(method, spec):
    text = method(spec)
    if not _is_a(text, str):
        raise TypeError(f'__format__ must return a str, not {_type_name(text)}')
    return text


def ascii_of(value):
    text = repr(value)
    return text if str.isascii(text) else _escape_non_ascii(text)


def print_values(values, separator, end):
    """`print` to standard output, where a value's `__str__` is the program's and may print itself."""
    first = True
    for value in values:
        if not first:
            _write(str(separator), 0)
        first = False
        _write(str(value), 0)
    _write(str(end), 0)


def print_flushed(flush, values, separator, end, file):
    """`print` whose argument `flush` is the program's."""
    print(*values, sep=separator, end=end, file=file, flush=bool(flush))


def print_to(file, values, separator, end, flush):
    write = file.write
    first = True
    for value in values:
        if not first:
            write(str(separator))
        first = False
        write(str(value))
    write(str(end))
    if flush:
        file.flush()
