"""Regular expressions.

https://docs.python.org/3.11/library/re.html. The engine is native (`_re`): it does not backtrack, and refuses what needs that.
"""

from _types import fill as _fill, final as _final, read_only as _read_only, static_type as _static_type
import _re
import enum
import sys as _sys

__all__ = [
    'match',
    'fullmatch',
    'search',
    'sub',
    'subn',
    'split',
    'findall',
    'finditer',
    'compile',
    'purge',
    'template',
    'escape',
    'error',
    'Pattern',
    'Match',
    'A',
    'I',
    'L',
    'M',
    'S',
    'X',
    'U',
    'ASCII',
    'IGNORECASE',
    'LOCALE',
    'MULTILINE',
    'DOTALL',
    'VERBOSE',
    'UNICODE',
    'NOFLAG',
    'RegexFlag',
]

__version__ = '2.2.1'


class error(Exception):
    """A pattern, or a template, is wrong; says what and where."""

    __module__ = 're'

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is None or pos is None:
            self.lineno = self.colno = None
            super().__init__(msg)
            return
        newline = '\n' if isinstance(pattern, str) else b'\n'
        self.lineno = pattern.count(newline, 0, pos) + 1
        self.colno = pos - pattern.rfind(newline, 0, pos)
        place = f' (line {self.lineno}, column {self.colno})' if newline in pattern else ''
        super().__init__(f'{msg} at position {pos}{place}')


# Flags.


@enum.global_enum
class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
    """Flags of a pattern, joined by `|`."""

    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    TEMPLATE = T = 1
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


_FLAG_NAMES = [
    (1, 'TEMPLATE'),
    (2, 'IGNORECASE'),
    (4, 'LOCALE'),
    (8, 'MULTILINE'),
    (16, 'DOTALL'),
    (32, 'UNICODE'),
    (64, 'VERBOSE'),
    (128, 'DEBUG'),
    (256, 'ASCII'),
]


# Functions.


def match(pattern, string, flags=0):
    """A match that begins where the string does, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A match of the whole string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first match anywhere, or None."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with its matches replaced."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """The string with its matches replaced, and how many there were."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """The parts of the string between its matches, with what the groups matched."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All that matched, or what the groups matched of it."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """A pattern, to be used often."""
    return _compile(pattern, flags)


def template(pattern, flags=0):
    """Deprecated: a pattern."""
    import warnings

    warnings.warn(
        'The re.template() function is deprecated as it is an undocumented function without an obvious purpose. Use re.compile() instead.',
        DeprecationWarning,
    )
    return _compile(pattern, flags)


def purge():
    """Forgets the patterns that were compiled."""
    _cache.clear()
    _templates.clear()


_SPECIAL = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """The text as a pattern that matches just it."""
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, 'latin1').translate(_SPECIAL).encode('latin1')


_cache = {}
_templates = {}
_MOST_KEPT = 512


def _keep(cache, key, made):
    """Keeps what was made, and not too much of it."""
    if len(cache) >= _MOST_KEPT:
        del cache[next(iter(cache))]
    cache[key] = made
    return made


def _compile(pattern, flags):
    key = (type(pattern), pattern, flags)
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError('cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError('first argument must be string or compiled pattern')
    if flags & DEBUG:
        raise error('the playground compiles patterns in its own way: re.DEBUG has nothing to show')
    found = _re.compile(pattern, int(flags))
    if len(found) == 2:
        message, place = found
        raise error(message, pattern if place is not None else None, place)
    made = object.__new__(Pattern)
    code, flags, groups, names, complaints = found
    for complaint in complaints:
        import warnings

        warnings.warn(complaint, FutureWarning, stacklevel=3)
    _fill(made, 'pattern', pattern)
    _fill(made, 'flags', flags)
    _fill(made, 'groups', groups)
    made._code = code
    made._names = dict(names)
    return _keep(_cache, key, made)


@_final
@_static_type
class Pattern:
    """A compiled pattern."""

    __slots__ = ('pattern', 'flags', 'groups', '_code', '_names', '__weakref__')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Pattern' instances")

    @property
    def groupindex(self):
        """The numbers of the named groups."""
        from types import MappingProxyType

        return MappingProxyType(self._names)

    def scanner(self, string, pos=0, endpos=_sys.maxsize):
        """Goes on from match to match: its `match` and `search` each give the next one, then None."""
        self._check(string)
        return _scanner(self, string, _place(pos), _place(endpos))

    def match(self, string, pos=0, endpos=_sys.maxsize):
        return self._found(string, pos, endpos, 1)

    def fullmatch(self, string, pos=0, endpos=_sys.maxsize):
        return self._found(string, pos, endpos, 2)

    def search(self, string, pos=0, endpos=_sys.maxsize):
        return self._found(string, pos, endpos, 0)

    def _found(self, string, pos, endpos, how):
        self._check(string)
        if type(pos) is not int or type(endpos) is not int:
            pos, endpos = _place(pos), _place(endpos)
        places = _re.find(self._code, string, pos, endpos, how)
        return None if places is None else _match(self, string, pos, endpos, places)

    def _check(self, string):
        """A pattern of text searches text, one of bytes bytes."""
        if isinstance(string, str):
            if not isinstance(self.pattern, str):
                raise TypeError('cannot use a bytes pattern on a string-like object')
        elif isinstance(self.pattern, str) and isinstance(string, (bytes, bytearray)):
            raise TypeError('cannot use a string pattern on a bytes-like object')

    def findall(self, string, pos=0, endpos=_sys.maxsize):
        self._check(string)
        return _re.findall(self._code, string, _place(pos), _place(endpos))

    def finditer(self, string, pos=0, endpos=_sys.maxsize):
        self._check(string)
        pos, endpos = _place(pos), _place(endpos)
        return _matches(self, string, pos, endpos, _re.find_all(self._code, string, pos, endpos, 0))

    def split(self, string, maxsplit=0):
        self._check(string)
        maxsplit = _place(maxsplit)
        if maxsplit < 0:
            return [string[:]]
        return _re.split(self._code, string, maxsplit)

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        self._check(string)
        count = _place(count)
        if count < 0:
            return string[:], 0
        if not callable(repl):
            pieces = _template_of(self, repl)
            if isinstance(repl, str) == isinstance(string, str):
                return _re.replace(self._code, string, pieces, count)
            # The pieces do not fit the text: joining them says so, where there are any.
            repl, text = (lambda match: text), repl
        found = _re.find_all(self._code, string, 0, _sys.maxsize, count)
        pieces = []
        at = 0
        for places in found:
            if at < places[0]:
                pieces.append(string[at : places[0]])
            at = places[1]
            piece = repl(_match(self, string, 0, _sys.maxsize, places))
            if piece is not None:
                pieces.append(piece)
        if at < len(string):
            pieces.append(string[at:])
        return string[:0].join(pieces), len(found)

    def __repr__(self):
        flags = self.flags & ~UNICODE if isinstance(self.pattern, str) else self.flags
        pattern = f'{self.pattern!r:.200}'
        if not flags:
            return f're.compile({pattern})'
        # By their bits, the lowest first.
        names = [f're.{name}' for bit, name in _FLAG_NAMES if flags & bit]
        rest = flags & ~sum([bit for bit, name in _FLAG_NAMES])
        if rest:
            names.append(hex(rest))
        return f"re.compile({pattern}, {'|'.join(names)})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return (self.flags, type(self.pattern), self.pattern) == (other.flags, type(other.pattern), other.pattern)

    def __hash__(self):
        return hash((self.flags, self.pattern))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


def _place(place):
    """A position that is a number, or says which."""
    if type(place) is int:
        return place
    if not hasattr(place, '__index__'):
        raise TypeError(f"'{type(place).__name__}' object cannot be interpreted as an integer")
    return place.__index__()


class _scanner:
    """What `Pattern.scanner` gives."""

    __slots__ = ('pattern', '_string', '_bounds', '_at')

    def __init__(self, pattern, string, pos, endpos):
        self.pattern = pattern
        self._string = string
        self._bounds = pos, endpos
        self._at = max(pos, 0)

    def match(self):
        return self._next(1)

    def search(self):
        return self._next(0)

    def _next(self, how):
        string = self._string
        if self._at is None:
            return None
        places = _re.find(self.pattern._code, string, self._at, self._bounds[1], how)
        if places is None:
            self._at = None
            return None
        start, end = places[:2]
        # Behind an empty match it goes on one further, as it would find that again.
        self._at = end + 1 if start == end else end
        if self._at > len(string):
            self._at = None
        return _match(self.pattern, string, *self._bounds, places)


_scanner.__name__ = _scanner.__qualname__ = 'SRE_Scanner'
_scanner.__module__ = '_sre'
_static_type(_scanner)


class _callable_iterator:
    """Goes through matches."""

    __module__ = 'builtins'
    __slots__ = ('_make', '_found')

    def __iter__(self):
        return self

    def __next__(self):
        return self._make(next(self._found))


_callable_iterator.__name__ = _callable_iterator.__qualname__ = 'callable_iterator'


def _matches(pattern, string, pos, endpos, found):
    iterator = _callable_iterator()
    iterator._make = lambda places: _match(pattern, string, pos, endpos, places)
    iterator._found = iter(found)
    return iterator


def _match(pattern, string, pos, endpos, places):
    made = object.__new__(Match)
    _fill(made, 're', pattern)
    _fill(made, 'string', string)
    made._places = places
    made._bounds = pos, endpos
    return made


@_final
@_static_type
class Match:
    """Where a pattern matched."""

    __slots__ = ('re', 'string', '_places', '_bounds')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 're.Match' instances")

    @property
    def pos(self):
        """Where the search began."""
        return max(0, min(self._bounds[0], len(self.string)))

    @pos.setter
    def pos(self, value):
        raise AttributeError('readonly attribute')

    @property
    def endpos(self):
        """Where the search would have ended."""
        return max(0, min(self._bounds[1], len(self.string)))

    @endpos.setter
    def endpos(self, value):
        raise AttributeError('readonly attribute')

    @property
    def lastindex(self):
        """The group that closed last."""
        return self._places[-1] or None

    @property
    def lastgroup(self):
        """Its name."""
        last = self._places[-1]
        for name, group in self.re._names.items():
            if group == last:
                return name
        return None

    @property
    def regs(self):
        """The spans of the match and of its groups."""
        return tuple([self.span(group) for group in range(self.re.groups + 1)])

    def _index(self, group):
        """Where a group's places are."""
        if isinstance(group, int):
            index = group
        elif isinstance(group, str):
            index = self.re._names.get(group, -1)
        elif hasattr(group, '__index__'):
            index = group.__index__()
        else:
            index = -1
        if not 0 <= index <= self.re.groups:
            raise IndexError('no such group')
        return 2 * index

    def _text(self, group, default=None):
        at = self._index(group)
        start = self._places[at]
        if start < 0:
            return default
        if isinstance(self.string, bytearray):
            return bytes(self.string[start : self._places[at + 1]])
        return self.string[start : self._places[at + 1]]

    def group(self, *groups):
        """What a group matched, or several of them."""
        if not groups:
            return self._text(0)
        if len(groups) == 1:
            return self._text(groups[0])
        return tuple([self._text(group) for group in groups])

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        """What each group matched."""
        return tuple([self._text(group, default) for group in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        """What the named groups matched."""
        return {name: self._text(group, default) for name, group in self.re._names.items()}

    def start(self, group=0, /):
        return self._places[self._index(group)]

    def end(self, group=0, /):
        return self._places[self._index(group) + 1]

    def span(self, group=0, /):
        at = self._index(group)
        return self._places[at : at + 2]

    def expand(self, template):
        """The template with its groups filled in."""
        pieces = [self._text(piece) if isinstance(piece, int) else piece for piece in _template_of(self.re, template)]
        return self.string[:0].join([piece for piece in pieces if piece is not None])

    def __repr__(self):
        return f'<re.Match object; span={self.span()}, match={self.group()!r:.50}>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


_read_only(Pattern, 'pattern', 'flags', 'groups')
_read_only(Match, 're', 'string')

# Templates: what `sub` puts in place of a match.

_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v', '\\': '\\'}
_OCTAL = '01234567'


def _template_of(pattern, template):
    """A tuple of literal pieces and numbers of groups."""
    key = (type(template), template, pattern)
    try:
        return _templates[key]
    except KeyError:
        pass
    text = template if isinstance(template, str) else str(template, 'latin1')
    pieces = _Template(pattern, template, text).pieces() if '\\' in text else (text,) if text else ()
    if not isinstance(template, str):
        pieces = [piece if isinstance(piece, int) else piece.encode('latin1') for piece in pieces]
    return _keep(_templates, key, tuple(pieces))


class _Template:
    """A template that is read; `at` is what comes next."""

    def __init__(self, pattern, template, text):
        self.pattern = pattern
        self.template = template
        self.text = text
        self.at = 0
        self.found = []

    def pieces(self):
        literal = []
        while self.at < len(self.text):
            c = self.text[self.at]
            self.at += 1
            if c != '\\':
                literal.append(c)
                continue
            if self.at == len(self.text):
                raise error('bad escape (end of pattern)', self.template, self.at - 1)
            start = self.at - 1
            c = self.text[self.at]
            self.at += 1
            piece = self._escape(c, start)
            if isinstance(piece, str):
                literal.append(piece)
                continue
            if literal:
                self.found.append(''.join(literal))
                literal = []
            self.found.append(piece)
        if literal:
            self.found.append(''.join(literal))
        return self.found

    def _escape(self, c, start):
        if c == 'g':
            return self._named_group()
        if c == '0':
            return chr(int('0' + self._digits(2, _OCTAL), 8) & 0xFF)
        if c in '123456789':
            return self._number(c, start)
        if c in _ESCAPES:
            return _ESCAPES[c]
        if c.isascii() and c.isalpha():
            raise error(f'bad escape \\{c}', self.template, start)
        return '\\' + c

    def _digits(self, most, digits):
        end = self.at
        while end < len(self.text) and end < self.at + most and self.text[end] in digits:
            end += 1
        taken = self.text[self.at : end]
        self.at = end
        return taken

    def _number(self, c, start):
        """`\\1`, `\\12`: a group; three octal digits: a character."""
        digits = c + self._digits(1, '0123456789')
        if len(digits) == 2 and c in _OCTAL and digits[1] in _OCTAL:
            third = self._digits(1, _OCTAL)
            if third:
                value = int(digits + third, 8)
                if value > 0o377:
                    raise error(f'octal escape value \\{digits}{third} outside of range 0-0o377', self.template, start)
                return chr(value)
        return self._checked(int(digits), start + 1)

    def _checked(self, group, place):
        if group > self.pattern.groups:
            raise error(f'invalid group reference {group}', self.template, place)
        return group

    def _named_group(self):
        if self.at >= len(self.text) or self.text[self.at] != '<':
            raise error('missing <', self.template, self.at)
        start = self.at + 1
        end = self.text.find('>', start)
        if end < 0:
            if start == len(self.text):
                raise error('missing group name', self.template, start)
            raise error('missing >, unterminated name', self.template, start)
        name = self.text[start:end]
        self.at = end + 1
        if not name:
            raise error('missing group name', self.template, start)
        if name.isidentifier():
            if name not in self.pattern._names:
                raise IndexError(f'unknown group name {name!r}')
            return self.pattern._names[name]
        try:
            group = int(name)
        except ValueError:
            group = -1
        if group < 0:
            raise error(f'bad character in group name {name!r}', self.template, start)
        return self._checked(group, start)


class Scanner:
    """Takes a text apart by a list of patterns, each with what to do with its matches."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._patterns = [_compile(phrase, flags) for phrase, action in lexicon]

    def scan(self, string):
        result = []
        at = 0
        while True:
            found = action = None
            for pattern, (_, action) in zip(self._patterns, self.lexicon):  # noqa: B007 (asked for below)
                found = pattern.match(string, at)
                if found:
                    break
            if not found or found.end() == at:
                return result, string[at:]
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                result.append(action)
            at = found.end()
