"""Data structures laid out for reading.

https://docs.python.org/3.11/library/pprint.html. What fits on a line stands on one; what does not has a line for each of its parts.
"""

import sys as _sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Writes an object, laid out."""
    printer = PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    printer.pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """The text of an object, laid out."""
    printer = PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers)
    return printer.pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Writes an object, laid out, its dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The repr of an object, whatever contains itself left out."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Whether the text of the object can be read back."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Whether the object contains itself."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """What dicts and sets are sorted by: the objects, or their types where these have no order."""

    __slots__ = ('object',)

    def __init__(self, object):
        self.object = object

    def __lt__(self, other):
        try:
            return self.object < other.object
        except TypeError:
            return (str(type(self.object)), id(self.object)) < (str(type(other.object)), id(other.object))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


class PrettyPrinter:
    """Lays objects out."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        self._indent_per_level, self._width, self._depth = int(indent), int(width), depth
        if self._indent_per_level < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if self._width == 0:
            raise ValueError('width must be != 0')
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        pieces = []
        self._format(object, pieces, 0, 0, {}, 0)
        return ''.join(pieces)

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def format(self, object, context, maxlevels, level):
        """Its text on one line, whether that can be read back, and whether it contains itself. Subclasses may change this."""
        return self._safe_repr(object, context, maxlevels, level)

    # Several lines: `indent` is the column where the object begins, `allowance` what must fit behind its end.

    def _format(self, object, pieces, indent, allowance, context, level):
        if id(object) in context:
            pieces.append(_recursion(object))
            return
        text = self._repr(object, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._layout_of(object)
            if layout is not None:
                context[id(object)] = 1
                layout(self, object, pieces, indent, allowance, context, level + 1)
                del context[id(object)]
                return
        pieces.append(text)

    def _layout_of(self, object):
        """How an object that does not fit on a line is laid out; None if that is not known."""
        cls = type(object)
        layouts = _layouts()
        layout = layouts.get(cls) or layouts.get(getattr(cls, '__repr__', None))
        if layout is not None:
            return layout
        if (
            hasattr(cls, '__dataclass_fields__')
            and cls.__dataclass_params__.repr
            and (cls.__repr__.__qualname__ == f'{cls.__qualname__}.__repr__' and '__repr__' in cls.__dict__)
        ):
            return PrettyPrinter._dataclass
        return None

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _dict(self, object, pieces, indent, allowance, context, level):
        pieces.append('{' + ' ' * (self._indent_per_level - 1))
        if object:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else list(object.items())
            self._pairs(items, pieces, indent, allowance + 1, context, level)
        pieces.append('}')

    def _pairs(self, items, pieces, indent, allowance, context, level):
        indent += self._indent_per_level
        for at, (key, value) in enumerate(items):
            is_last = at == len(items) - 1
            text = self._repr(key, context, level)
            pieces.append(text + ': ')
            self._format(value, pieces, indent + len(text) + 2, allowance if is_last else 1, context, level)
            if not is_last:
                pieces.append(',\n' + ' ' * indent)

    def _ordered_dict(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '(')
        self._format(list(object.items()), pieces, indent + len(name) + 1, allowance + 1, context, level)
        pieces.append(')')

    def _list(self, object, pieces, indent, allowance, context, level):
        pieces.append('[')
        self._items(object, pieces, indent, allowance + 1, context, level)
        pieces.append(']')

    def _tuple(self, object, pieces, indent, allowance, context, level):
        end = ',)' if len(object) == 1 else ')'
        pieces.append('(')
        self._items(object, pieces, indent, allowance + len(end), context, level)
        pieces.append(end)

    def _set(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        begin, end = '{', '}'
        if type(object) is not set:
            begin, end = type(object).__name__ + '({', '})'
            indent += len(type(object).__name__) + 1
        pieces.append(begin)
        self._items(sorted(object, key=_Key), pieces, indent, allowance + len(end), context, level)
        pieces.append(end)

    def _items(self, items, pieces, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            pieces.append(' ' * (self._indent_per_level - 1))
        between = ',\n' + ' ' * indent
        width = room = self._width - indent + 1
        last = len(items) - 1
        before = ''
        for at, item in enumerate(items):
            if at == last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    if before:
                        before = between
                if room >= size:
                    room -= size
                    pieces.append(before + text)
                    before = ', '
                    continue
            pieces.append(before)
            before = between
            self._format(item, pieces, indent, allowance if at == last else 1, context, level)

    def _str(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        width = most = self._width - indent
        text = ''
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                most -= allowance
            if len(text) <= most:
                chunks.append(text)
                continue
            words = _words(line)
            current = ''
            room = width
            for place, word in enumerate(words):
                longer = current + word
                if place == len(words) - 1 and at == len(lines) - 1:
                    room -= allowance
                if len(repr(longer)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current = longer
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            pieces.append(text)
            return
        self._chunks(chunks, pieces, indent, level)

    def _bytes(self, object, pieces, indent, allowance, context, level):
        if len(object) <= 4:
            pieces.append(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        width = self._width - indent
        current = b''
        last = len(object) // 4 * 4
        for at in range(0, len(object), 4):
            part = object[at : at + 4]
            if at == last:
                width -= allowance
            if len(repr(current + part)) > width:
                if current:
                    chunks.append(repr(current))
                current = part
            else:
                current += part
        if current:
            chunks.append(repr(current))
        self._chunks(chunks, pieces, indent, level)

    def _chunks(self, chunks, pieces, indent, level):
        text = ('\n' + ' ' * indent).join(chunks)
        pieces.append(f'({text})' if level == 1 else text)

    def _bytearray(self, object, pieces, indent, allowance, context, level):
        pieces.append('bytearray(')
        self._bytes(bytes(object), pieces, indent + 10, allowance + 1, context, level + 1)
        pieces.append(')')

    def _mappingproxy(self, object, pieces, indent, allowance, context, level):
        pieces.append('mappingproxy(')
        self._format(object.copy(), pieces, indent + 13, allowance + 1, context, level)
        pieces.append(')')

    def _namespace(self, object, pieces, indent, allowance, context, level):
        name = 'namespace' if type(object).__name__ == 'SimpleNamespace' else type(object).__name__
        indent += len(name) + 1
        pieces.append(name + '(')
        self._attributes(list(object.__dict__.items()), pieces, indent, allowance, context, level)
        pieces.append(')')

    def _dataclass(self, object, pieces, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        items = [
            (field.name, getattr(object, field.name))
            for field in object.__dataclass_fields__.values()
            if repr(field._field_type) == '_FIELD' and field.repr
        ]
        pieces.append(name + '(')
        self._attributes(items, pieces, indent, allowance, context, level)
        pieces.append(')')

    def _attributes(self, items, pieces, indent, allowance, context, level):
        for at, (key, value) in enumerate(items):
            is_last = at == len(items) - 1
            pieces.append(key + '=')
            if id(value) in context:
                pieces.append('...')
            else:
                self._format(value, pieces, indent + len(key) + 1, allowance if is_last else 1, context, level)
            if not is_last:
                pieces.append(',\n' + ' ' * indent)

    def _default_dict(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        pieces.append(f'{name}({factory},\n' + ' ' * indent)
        self._dict(object, pieces, indent, allowance + 1, context, level)
        pieces.append(')')

    def _counter(self, object, pieces, indent, allowance, context, level):
        if not object:
            pieces.append(repr(object))
            return
        name = type(object).__name__
        pieces.append(name + '({' + ' ' * (self._indent_per_level - 1))
        self._pairs(object.most_common(), pieces, indent + len(name) + 1, allowance + 2, context, level)
        pieces.append('})')

    def _chain_map(self, object, pieces, indent, allowance, context, level):
        name = type(object).__name__
        pieces.append(name + '(')
        indent += len(name) + 1
        for at, mapping in enumerate(object.maps):
            if at == len(object.maps) - 1:
                self._format(mapping, pieces, indent, allowance + 1, context, level)
                pieces.append(')')
            else:
                self._format(mapping, pieces, indent, 1, context, level)
                pieces.append(',\n' + ' ' * indent)

    def _deque(self, object, pieces, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        pieces.append(name + '([')
        if object.maxlen is None:
            self._items(object, pieces, indent, allowance + 2, context, level)
            pieces.append('])')
        else:
            self._items(object, pieces, indent, 2, context, level)
            limit = self._repr(object.maxlen, context, level)
            pieces.append(f'],\n{" " * indent}maxlen={limit})')

    def _user(self, object, pieces, indent, allowance, context, level):
        self._format(object.data, pieces, indent, allowance, context, level - 1)

    # One line.

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in (str, float, bytes, bytearray, complex, bool, type(None)):
            return repr(object), True, False
        method = getattr(cls, '__repr__', None)
        if issubclass(cls, int) and method is int.__repr__:
            return f'{object:_d}' if self._underscore_numbers else repr(object), True, False
        is_dict = issubclass(cls, dict) and method is dict.__repr__
        if not is_dict and not (issubclass(cls, list) and method is list.__repr__ or issubclass(cls, tuple) and method is tuple.__repr__):
            text = repr(object)
            return text, bool(text) and not text.startswith('<'), False
        begin, end = ('{', '}') if is_dict else ('[', ']') if issubclass(cls, list) else ('(', ',)' if len(object) == 1 else ')')
        if not object:
            return begin + end, True, False
        if maxlevels and level >= maxlevels:
            return begin + '...' + end, False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        readable, recursive, parts = True, False, []
        if is_dict:
            items = sorted(object.items(), key=_pair_key) if self._sort_dicts else object.items()
        else:
            items = [(item,) for item in object]
        for item in items:
            texts = []
            for part in item:
                text, is_readable, is_recursive = self.format(part, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(': '.join(texts))
        del context[id(object)]
        return begin + ', '.join(parts) + end, readable, recursive


def _words(line):
    """A line in pieces, each a word with the white space behind it."""
    words, at = [], 0
    while at < len(line):
        start = at
        while at < len(line) and not line[at].isspace():
            at += 1
        while at < len(line) and line[at].isspace():
            at += 1
        words.append(line[start:at])
    return words


_known_layouts = {}


def _layouts():
    """The layouts, by the types that they are for and by the `__repr__` that subclasses of these share."""
    if not _known_layouts:
        from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
        from types import MappingProxyType, SimpleNamespace

        of = PrettyPrinter
        for cls, layout in [
            (dict, of._dict),
            (OrderedDict, of._ordered_dict),
            (list, of._list),
            (tuple, of._tuple),
            (set, of._set),
            (frozenset, of._set),
            (str, of._str),
            (bytes, of._bytes),
            (bytearray, of._bytearray),
            (MappingProxyType, of._mappingproxy),
            (SimpleNamespace, of._namespace),
            (defaultdict, of._default_dict),
            (Counter, of._counter),
            (ChainMap, of._chain_map),
            (deque, of._deque),
            (UserDict, of._user),
            (UserList, of._user),
            (UserString, of._user),
        ]:
            _known_layouts[cls] = _known_layouts[cls.__repr__] = layout
    return _known_layouts
