"""Reads and writes rows of comma-separated values: what CPython has in C.

https://docs.python.org/3.11/library/csv.html
"""

from _types import builtin_function as _builtin_function, static_type as _static_type

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)

_dialects = {}
_field_limit = 128 * 1024


class Error(Exception):
    """A row can't be read or written."""

    __module__ = '_csv'


_DEFAULTS = {
    'delimiter': ',',
    'doublequote': True,
    'escapechar': None,
    'lineterminator': '\r\n',
    'quotechar': '"',
    'quoting': QUOTE_MINIMAL,
    'skipinitialspace': False,
    'strict': False,
}


class _Settings:
    """How rows are written: the attributes of a dialect, checked."""

    __slots__ = tuple(_DEFAULTS)

    def __init__(self, dialect, given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in given:
            if name not in _DEFAULTS:
                raise TypeError(f'{name!r} is an invalid keyword argument for this function')
        values = dict(_DEFAULTS)
        quoting_given = 'quoting' in given
        if dialect is not None:
            for name in _DEFAULTS:
                if hasattr(dialect, name):
                    values[name] = getattr(dialect, name)
                    quoting_given = quoting_given or name == 'quoting'
        values.update(given)
        if values['quotechar'] is None and not quoting_given:
            values['quoting'] = QUOTE_NONE
        _check(values)
        for name, value in values.items():
            setattr(self, name, value)


def _check(values):
    delimiter = values['delimiter']
    if not isinstance(delimiter, str):
        raise TypeError(f'"delimiter" must be string, not {type(delimiter).__name__}')
    if len(delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    values['doublequote'] = bool(values['doublequote'])
    _check_char(values, 'escapechar')
    if not isinstance(values['lineterminator'], (str, type(None))):
        raise TypeError('"lineterminator" must be a string')
    _check_char(values, 'quotechar')
    if type(values['quoting']) is not int:
        raise TypeError('"quoting" must be an integer')
    if not QUOTE_MINIMAL <= values['quoting'] <= QUOTE_NONE:
        raise TypeError('bad "quoting" value')
    values['skipinitialspace'] = bool(values['skipinitialspace'])
    values['strict'] = bool(values['strict'])
    if values['quoting'] != QUOTE_NONE and values['quotechar'] is None:
        raise TypeError('quotechar must be set if quoting enabled')
    if values['lineterminator'] is None:
        raise TypeError('lineterminator must be set')


def _check_char(values, name):
    char = values[name]
    if char is None:
        return
    if not isinstance(char, str):
        raise TypeError(f'"{name}" must be string or None, not {type(char).__name__}')
    if len(char) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')


@_static_type
class Dialect:
    """A dialect that nobody can change."""

    __module__ = '_csv'
    __slots__ = ('_settings',)

    def __new__(cls, dialect=None, **fmtparams):
        made = object.__new__(cls)
        object.__setattr__(made, '_settings', _Settings(dialect, fmtparams))
        return made

    def __reduce__(self, /):
        raise TypeError("cannot pickle 'Dialect' instances")

    def __getattr__(self, name):
        if name in _DEFAULTS:
            return getattr(self._settings, name)
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name in _DEFAULTS:
            raise AttributeError(f"attribute {name!r} of '_csv.Dialect' objects is not writable")
        raise AttributeError(f"'_csv.Dialect' object has no attribute {name!r}")


def _dialect_of(args, fmtparams):
    """The dialect of a reader or writer, from what it is called with after its file."""
    dialect = args[0] if args else fmtparams.pop('dialect', None)
    return Dialect(dialect, **fmtparams)


def _check_count(args):
    if not args:
        raise TypeError(' expected at least 1 argument, got 0')
    if len(args) > 2:
        raise TypeError(f' expected at most 2 arguments, got {len(args)}')


# Where the reader stands in a row.
(
    _START_RECORD,
    _START_FIELD,
    _ESCAPED_CHAR,
    _IN_FIELD,
    _IN_QUOTED_FIELD,
    _ESCAPE_IN_QUOTED_FIELD,
    _QUOTE_IN_QUOTED_FIELD,
    _EAT_END,
    _AFTER_ESCAPED_END,
) = range(9)

_NEW_LINE = 'new-line character seen in unquoted field - do you need to open the file in universal-newline mode?'


class _Reader:
    """Gives the rows of lines, each a list of texts."""

    __slots__ = ('_lines', '_dialect', '_settings', '_fields', '_field', '_state', '_is_number', '_line_num')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_csv.reader' instances")

    def __reduce__(self, /):
        raise TypeError("cannot pickle '_csv.reader' object")

    def _read(self, lines, dialect):
        self._lines = iter(lines)
        self._dialect = dialect
        self._settings = dialect._settings
        self._line_num = 0

    @property
    def dialect(self):
        return self._dialect

    @property
    def line_num(self):
        return self._line_num

    def __iter__(self):
        return self

    def __next__(self):
        self._fields = []
        self._field = []
        self._state = _START_RECORD
        self._is_number = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                return self._end()
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self._line_num += 1
            if self._state == _START_RECORD:
                row = self._plain_row(line)
                if row is not None:
                    return row
            for char in line:
                self._take(char)
            self._take_end()
            if self._state == _START_RECORD:
                return self._fields

    def _end(self):
        """The lines have ended; what was read of a row is one, too."""
        if not self._field and self._state != _IN_QUOTED_FIELD:
            raise StopIteration
        if self._settings.strict:
            raise Error('unexpected end of data')
        self._save()
        return self._fields

    def _plain_row(self, line):
        """The row, if it is a line without anything special, which most are."""
        settings = self._settings
        text = line[:-1] if line[-1:] == '\n' else line
        text = text[:-1] if text[-1:] == '\r' else text
        special = (
            not text
            or settings.skipinitialspace
            or settings.quoting == QUOTE_NONNUMERIC
            or settings.strict
            or '\n' in text
            or '\r' in text
            or len(text) > _field_limit
            or settings.delimiter in '\r\n'
            or settings.quoting != QUOTE_NONE
            and settings.quotechar in text
            or settings.escapechar is not None
            and settings.escapechar in text
        )
        return None if special else text.split(settings.delimiter)

    def _save(self):
        field = ''.join(self._field)
        self._field = []
        if self._is_number:
            self._is_number = False
            field = float(field)
        self._fields.append(field)

    def _add(self, char):
        if len(self._field) >= _field_limit:
            raise Error(f'field larger than field limit ({_field_limit})')
        self._field.append(char)

    def _take(self, char):
        settings, state = self._settings, self._state
        is_end = char == '\n' or char == '\r'
        if state == _START_RECORD:
            if is_end:
                self._state = _EAT_END
                return
            state = _START_FIELD
        if state == _START_FIELD:
            self._begin_field(char, is_end)
        elif state == _IN_FIELD:
            self._go_on(char, is_end)
        elif state == _IN_QUOTED_FIELD:
            if char == settings.escapechar:
                self._state = _ESCAPE_IN_QUOTED_FIELD
            elif char == settings.quotechar and settings.quoting != QUOTE_NONE:
                self._state = _QUOTE_IN_QUOTED_FIELD if settings.doublequote else _IN_FIELD
            else:
                self._add(char)
        elif state == _QUOTE_IN_QUOTED_FIELD:
            self._after_quote(char, is_end)
        elif state == _ESCAPED_CHAR:
            self._add(char)
            self._state = _AFTER_ESCAPED_END if is_end else _IN_FIELD
        elif state == _ESCAPE_IN_QUOTED_FIELD:
            self._add(char)
            self._state = _IN_QUOTED_FIELD
        elif state == _AFTER_ESCAPED_END:
            self._go_on(char, is_end)
        elif not is_end:
            raise Error(_NEW_LINE)

    def _begin_field(self, char, is_end):
        settings = self._settings
        if is_end:
            self._save()
            self._state = _EAT_END
        elif char == settings.quotechar and settings.quoting != QUOTE_NONE:
            self._state = _IN_QUOTED_FIELD
        elif char == settings.escapechar:
            self._state = _ESCAPED_CHAR
        elif char == ' ' and settings.skipinitialspace:
            self._state = _START_FIELD
        elif char == settings.delimiter:
            self._save()
            self._state = _START_FIELD
        else:
            if settings.quoting == QUOTE_NONNUMERIC:
                self._is_number = True
            self._add(char)
            self._state = _IN_FIELD

    def _go_on(self, char, is_end):
        settings = self._settings
        if is_end:
            self._save()
            self._state = _EAT_END
        elif char == settings.escapechar:
            self._state = _ESCAPED_CHAR
        elif char == settings.delimiter:
            self._save()
            self._state = _START_FIELD
        else:
            self._add(char)
            self._state = _IN_FIELD

    def _after_quote(self, char, is_end):
        """A quote in a quoted field: it ends the field, unless another one follows."""
        settings = self._settings
        if char == settings.quotechar and settings.quoting != QUOTE_NONE:
            self._add(char)
            self._state = _IN_QUOTED_FIELD
        elif char == settings.delimiter:
            self._save()
            self._state = _START_FIELD
        elif is_end:
            self._save()
            self._state = _EAT_END
        elif settings.strict:
            raise Error(f"'{settings.delimiter}' expected after '{settings.quotechar}'")
        else:
            self._add(char)
            self._state = _IN_FIELD

    def _take_end(self):
        """The end of a line, which ends the row or is a part of a field."""
        state = self._state
        if state in (_START_FIELD, _IN_FIELD, _QUOTE_IN_QUOTED_FIELD):
            self._save()
            self._state = _START_RECORD
        elif state == _ESCAPED_CHAR:
            self._add('\n')
            self._state = _IN_FIELD
        elif state == _ESCAPE_IN_QUOTED_FIELD:
            self._add('\n')
            self._state = _IN_QUOTED_FIELD
        elif state == _EAT_END:
            self._state = _START_RECORD


_Reader.__name__ = _Reader.__qualname__ = 'reader'
_static_type(_Reader)


class _Writer:
    """Writes rows to what has a `write` method."""

    __slots__ = ('_write', '_dialect', '_settings')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create '_csv.writer' instances")

    def __reduce__(self, /):
        raise TypeError("cannot pickle '_csv.writer' object")

    def _write_to(self, write, dialect):
        self._write = write
        self._dialect = dialect
        self._settings = dialect._settings

    @property
    def dialect(self):
        return self._dialect

    def writerow(self, row, /):
        """Writes a row; what the file's `write` answers is the answer."""
        try:
            items = iter(row)
        except TypeError as error:
            raise Error(f'iterable expected, not {type(row).__name__}') from error
        settings = self._settings
        texts = [self._field(item) for item in items]
        if texts == ['']:
            if settings.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            texts = [settings.quotechar * 2]
        return self._write(settings.delimiter.join(texts) + settings.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _field(self, value):
        """A value as it is written, in quotes where it needs them."""
        settings = self._settings
        quoted = settings.quoting == QUOTE_ALL or settings.quoting == QUOTE_NONNUMERIC and not _is_number(value)
        if isinstance(value, str):
            text = value
        else:
            text = '' if value is None else str(value)
        special = [settings.delimiter, settings.quotechar, settings.escapechar, *settings.lineterminator]
        if any([char is not None and char in text for char in special]):
            text, needs_quotes = self._escaped(text, special)
            quoted = quoted or needs_quotes
        return f'{settings.quotechar}{text}{settings.quotechar}' if quoted else text

    def _escaped(self, text, special):
        """The text with its quotes doubled, or with escapes where those are to be; and whether it needs quotes around it."""
        settings = self._settings
        parts = []
        needs_quotes = False
        for char in text:
            if char not in special:
                parts.append(char)
                continue
            wants_escape = settings.quoting == QUOTE_NONE or char == settings.escapechar
            if not wants_escape and char == settings.quotechar:
                if settings.doublequote:
                    parts.append(char)
                else:
                    wants_escape = True
            elif settings.quoting != QUOTE_NONE and char == settings.quotechar and settings.doublequote:
                parts.append(char)
                wants_escape = False
            if wants_escape:
                if settings.escapechar is None:
                    raise Error('need to escape, but no escapechar set')
                parts.append(settings.escapechar)
            else:
                needs_quotes = True
            parts.append(char)
        return ''.join(parts), needs_quotes


_Writer.__name__ = _Writer.__qualname__ = 'writer'
_static_type(_Writer)


def _is_number(value):
    cls = type(value)
    return hasattr(cls, '__index__') or hasattr(cls, '__int__') or hasattr(cls, '__float__') or isinstance(value, complex)


def reader(*args, **fmtparams):
    """The rows of what gives lines."""
    _check_count(args)
    made = object.__new__(_Reader)
    made._read(args[0], _dialect_of(args[1:], fmtparams))
    return made


def writer(*args, **fmtparams):
    """Writes rows to a file."""
    _check_count(args)
    dialect = _dialect_of(args[1:], fmtparams)
    write = getattr(args[0], 'write', None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    made = object.__new__(_Writer)
    made._write_to(write, dialect)
    return made


def register_dialect(*args, **fmtparams):
    """Gives a dialect a name."""
    _check_count(args)
    name = args[0]
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _dialect_of(args[1:], fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    try:
        return _dialects[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    """How long a field may be; a new limit if one is given."""
    global _field_limit
    before = _field_limit
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError('limit must be an integer')
        _field_limit = limit[0]
    return before


for _function in (reader, writer, register_dialect, unregister_dialect, get_dialect, list_dialects, field_size_limit):
    _builtin_function(_function, '_csv')
del _function
