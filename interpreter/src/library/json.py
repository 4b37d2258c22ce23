"""JSON texts.

https://docs.python.org/3.11/library/json.html
"""

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


class JSONDecodeError(ValueError):
    """A text is no JSON; says where."""

    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return type(self), (self.msg, self.doc, self.pos)


# Writing.

_ESCAPES = {'\\': '\\\\', '"': '\\"', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}


class JSONEncoder:
    """Makes JSON of dicts, lists, texts, numbers, booleans and None; `default` may make something of the rest."""

    __module__ = 'json.encoder'

    item_separator = ', '
    key_separator = ': '

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        if separators is None:
            if indent is not None:
                # What follows is a line's end.
                self.item_separator = ','
        else:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write for an object that JSON does not know."""
        raise TypeError(f'Object of type {type(o).__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        if self.indent is None:
            # What writes without indentation is in C, and takes the separators as arguments.
            for place, separator in enumerate((self.key_separator, self.item_separator), 5):
                if not isinstance(separator, str):
                    raise TypeError(f'make_encoder() argument {place} must be str, not {type(separator).__name__}')
        pieces = []
        self._write(o, pieces, '\n', set())
        return pieces

    def _write(self, o, pieces, newline, inside, before=''):
        """Adds the text of an object to the pieces; `before` joins it where it is one piece."""
        atom = self._atom(o)
        if atom is not None:
            pieces.append(before + atom)
            return
        if before:
            pieces.append(before)
        if self.check_circular:
            if id(o) in inside:
                raise ValueError('Circular reference detected')
            inside.add(id(o))
        if isinstance(o, (list, tuple)):
            self._write_list(o, pieces, newline, inside)
        elif isinstance(o, dict):
            self._write_dict(o, pieces, newline, inside)
        else:
            self._write(self.default(o), pieces, newline, inside)
        inside.discard(id(o))

    def _atom(self, o):
        """The text of an object without parts; None of all others."""
        if isinstance(o, str):
            return self._text(o)
        if o is None or o is True or o is False:
            return 'null' if o is None else 'true' if o else 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _indentation(self):
        return self.indent if isinstance(self.indent, str) else ' ' * self.indent

    def _write_list(self, items, pieces, newline, inside):
        if self.indent is None:
            # What is written on one line is written in C there, which counts what the iterator gives.
            items = list(iter(items))
        if not items:
            pieces.append('[]')
            return
        before, deeper, between = '[', newline, self.item_separator
        if self.indent is not None:
            deeper = newline + self._indentation()
            between += deeper
            before += deeper
        for item in items:
            self._write(item, pieces, deeper, inside, before)
            before = between
        if self.indent is not None:
            pieces.append(newline)
        pieces.append(']')

    def _write_dict(self, table, pieces, newline, inside):
        if not (table if self.indent is not None else dict.__len__(table)):
            pieces.append('{}')
            return
        pieces.append('{')
        deeper, between = newline, self.item_separator
        if self.indent is not None:
            deeper = newline + self._indentation()
            between += deeper
            pieces.append(deeper)
        first = True
        for key, value in sorted(table.items()) if self.sort_keys else table.items():
            name = self._key(key)
            if name is None:
                continue
            if not first:
                pieces.append(between)
            first = False
            pieces.append(self._text(name))
            pieces.append(self.key_separator)
            self._write(value, pieces, deeper, inside)
        if self.indent is not None:
            pieces.append(newline)
        pieces.append('}')

    def _key(self, key):
        """A key as text; None where it is to be left out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is None or key is True or key is False:
            return 'null' if key is None else 'true' if key else 'false'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {type(key).__name__}')

    def _float(self, value):
        if value != value:
            text = 'NaN'
        elif value in (float('inf'), float('-inf')):
            text = 'Infinity' if value > 0 else '-Infinity'
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant')
        return text

    def _text(self, text):
        pieces = ['"']
        for char in str.__iter__(text):
            if char in _ESCAPES:
                pieces.append(_ESCAPES[char])
            elif ' ' <= char <= '~' or char >= '\x7f' and not self.ensure_ascii:
                pieces.append(char)
            elif char <= '\uffff':
                pieces.append(f'\\u{ord(char):04x}')
            else:
                # Two halves, as UTF-16 has it.
                rest = ord(char) - 0x10000
                pieces.append(f'\\u{0xD800 + (rest >> 10):04x}\\u{0xDC00 + (rest & 0x3FF):04x}')
        pieces.append('"')
        return ''.join(pieces)


def dumps(
    obj,
    *,
    skipkeys=False,
    ensure_ascii=True,
    check_circular=True,
    allow_nan=True,
    cls=None,
    indent=None,
    separators=None,
    default=None,
    sort_keys=False,
    **kw,
):
    """An object as JSON."""
    return (cls or JSONEncoder)(
        skipkeys=skipkeys,
        ensure_ascii=ensure_ascii,
        check_circular=check_circular,
        allow_nan=allow_nan,
        indent=indent,
        separators=separators,
        default=default,
        sort_keys=sort_keys,
        **kw,
    ).encode(obj)


def dump(obj, fp, **options):
    """Writes an object as JSON."""
    fp.write(dumps(obj, **options))


# Reading.

_WHITESPACE = ' \t\n\r'
_UNESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_WORDS = {'null': None, 'true': True, 'false': False}
_CONSTANTS = {'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': float('-inf')}


class JSONDecoder:
    """Makes objects of JSON."""

    __module__ = 'json.decoder'

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The object that begins at a place, and where it ends."""
        char = s[idx : idx + 1]
        if char == '"':
            return self._read_text(s, idx + 1)
        if char == '{':
            return self._read_object(s, idx + 1)
        if char == '[':
            return self._read_array(s, idx + 1)
        for word, value in _WORDS.items():
            if s.startswith(word, idx):
                return value, idx + len(word)
        for word in _CONSTANTS:
            if s.startswith(word, idx):
                return self.parse_constant(word), idx + len(word)
        return self._read_number(s, idx)

    def _read_number(self, s, idx):
        end = idx + 1 if s[idx : idx + 1] == '-' else idx
        first = end
        while end < len(s) and s[end] in '0123456789':
            end += 1
            if s[first] == '0':
                break
        if end == first:
            raise JSONDecodeError('Expecting value', s, idx)
        whole = end
        if s[end : end + 1] == '.' and s[end + 1 : end + 2] in tuple('0123456789'):
            end += 1
            while end < len(s) and s[end] in '0123456789':
                end += 1
        if s[end : end + 1] in ('e', 'E'):
            digits = end + 2 if s[end + 1 : end + 2] in ('+', '-') else end + 1
            if s[digits : digits + 1] in tuple('0123456789'):
                end = digits
                while end < len(s) and s[end] in '0123456789':
                    end += 1
        return (self.parse_int if end == whole else self.parse_float)(s[idx:end]), end

    def _read_text(self, s, at):
        start = at - 1
        pieces = []
        while True:
            begin = at
            while at < len(s) and s[at] not in '"\\' and (s[at] >= ' ' or not self.strict):
                at += 1
            pieces.append(s[begin:at])
            if at >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s, start)
            char = s[at]
            if char == '"':
                return ''.join(pieces), at + 1
            if char != '\\':
                raise JSONDecodeError('Invalid control character at', s, at)
            escape = s[at + 1 : at + 2]
            if not escape:
                raise JSONDecodeError('Unterminated string starting at', s, start)
            if escape == 'u':
                char, at = _read_unicode(s, at + 2)
                pieces.append(char)
            elif escape in _UNESCAPES:
                pieces.append(_UNESCAPES[escape])
                at += 2
            else:
                raise JSONDecodeError('Invalid \\escape', s, at)

    def _read_array(self, s, at):
        items = []
        at = _skip(s, at)
        if s[at : at + 1] == ']':
            return items, at + 1
        while True:
            value, at = self.raw_decode(s, at)
            items.append(value)
            at = _skip(s, at)
            char = s[at : at + 1]
            if char == ']':
                return items, at + 1
            if char != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _read_object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at : at + 1] == '}':
            at += 1
        else:
            while True:
                if s[at : at + 1] != '"':
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
                key, at = self._read_text(s, at + 1)
                at = _skip(s, at)
                if s[at : at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self.raw_decode(s, _skip(s, at + 1))
                pairs.append((key, value))
                at = _skip(s, at)
                char = s[at : at + 1]
                at += 1
                if char == '}':
                    break
                if char != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
                at = _skip(s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made), at


def _skip(s, at):
    while at < len(s) and s[at] in _WHITESPACE:
        at += 1
    return at


def _hex(s, at):
    digits = s[at : at + 4]
    if len(digits) == 4 and all([digit in '0123456789abcdefABCDEF' for digit in digits]):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)


def _read_unicode(s, at):
    """The character behind `\\u`, of two halves where it takes them."""
    code = _hex(s, at)
    at += 4
    if 0xD800 <= code <= 0xDBFF and s[at : at + 2] == '\\u':
        low = _hex(s, at + 2)
        if 0xDC00 <= low <= 0xDFFF:
            return chr(0x10000 + (code - 0xD800 << 10) + (low - 0xDC00)), at + 6
    return chr(code), at


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    """The object that a text says."""
    if isinstance(s, (bytes, bytearray)):
        s = _text_of(s)
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {type(s).__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    options = {
        'object_hook': object_hook,
        'object_pairs_hook': object_pairs_hook,
        'parse_float': parse_float,
        'parse_int': parse_int,
        'parse_constant': parse_constant,
    }
    for name, value in options.items():
        # A class of the program's need not know what was not asked for.
        if value is not None:
            kw[name] = value
    return (JSONDecoder if cls is None else cls)(**kw).decode(s)


def _text_of(data):
    """The text that bytes are: UTF-8, -16 or -32, as their first four tell."""
    if data.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        return data.decode('utf-32')
    if data.startswith((b'\xff\xfe', b'\xfe\xff')):
        return data.decode('utf-16')
    if data.startswith(b'\xef\xbb\xbf'):
        return data[3:].decode()
    zeros = [not byte for byte in data[:4]]
    if len(zeros) == 4:
        if zeros[0]:
            return data.decode('utf-32-be' if zeros[1] else 'utf-16-be')
        if zeros[1]:
            return data.decode('utf-16-le' if not zeros[2] or not zeros[3] else 'utf-32-le')
    return data.decode()


def load(fp, **options):
    """Reads an object."""
    return loads(fp.read(), **options)


# They are there once the whole is imported.
from json import decoder, encoder  # noqa: E402, F401
