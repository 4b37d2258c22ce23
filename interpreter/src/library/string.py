"""Groups of characters, and texts with places to fill in.

https://docs.python.org/3.11/library/string.html
"""

octdigits = '01234567'
digits = octdigits + '89'
hexdigits = digits + 'abcdefABCDEF'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
whitespace = ' \t\n\r\v\f'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

_missing = object()


def capwords(s, sep=None):
    """Every word with a capital letter."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text in which `$name` and `${name}` are filled in. Subclasses may say what a place looks like."""

    delimiter = '$'
    idpattern = '(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    # `re.IGNORECASE`, once `re` is there.
    flags = None

    def __init_subclass__(cls):
        """Makes the pattern of what is filled in: that of the class, or one made of its parts."""
        super().__init_subclass__()
        import re

        if Template.flags is None:
            Template.flags = re.IGNORECASE
        own = cls.__dict__.get('pattern')
        if own is None:
            delimiter = re.escape(cls.delimiter)
            own = (
                f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{cls.idpattern})|'
                f'{{(?P<braced>{cls.braceidpattern or cls.idpattern})}}|(?P<invalid>))'
            )
        cls.pattern = re.compile(own, cls.flags | re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _filled(self, fill):
        """The text with each place filled in by what `fill` makes of its name and its match."""

        def filled(match):
            name = match.group('named') or match.group('braced')
            if name is not None:
                return str(fill(name, match))
            if match.group('escaped') is not None:
                return self.delimiter
            return fill(None, match)

        return self.pattern.sub(filled, self.template)

    def _invalid(self, match):
        before = self.template[: match.start('invalid')].splitlines(keepends=True)
        line = max(len(before), 1)
        column = match.start('invalid') - len(''.join(before[:-1]))
        raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')

    def substitute(self, mapping=_missing, /, **kws):
        """Fills in all places; KeyError where a name is missing."""
        mapping = _joined(mapping, kws)
        return self._filled(lambda name, match: self._invalid(match) if name is None else mapping[name])

    def safe_substitute(self, mapping=_missing, /, **kws):
        """Fills in the places whose names are there."""
        mapping = _joined(mapping, kws)

        def fill(name, match):
            if name is None:
                return match.group()
            try:
                return mapping[name]
            except KeyError:
                return match.group()

        return self._filled(fill)

    def get_identifiers(self):
        """The names, each once."""
        names = [match.group('named') or match.group('braced') for match in self.pattern.finditer(self.template)]
        return list(dict.fromkeys([name for name in names if name is not None]))

    def is_valid(self):
        return all([match.group('invalid') is None for match in self.pattern.finditer(self.template)])


Template.__init_subclass__()


def _joined(mapping, keywords):
    """Keywords before what the mapping has."""
    if mapping is _missing:
        return keywords
    if not keywords:
        return mapping
    from collections import ChainMap

    return ChainMap(keywords, mapping)


def _parts(format_string):
    at = 0
    while at < len(format_string):
        literal, at = _literal(format_string, at)
        if at == len(format_string):
            yield literal, None, None, None
        elif at < 0:
            at = -at
            yield literal, None, None, None
        else:
            field, spec, conversion, at = _field(format_string, at + 1)
            yield literal, field, spec, conversion


class Formatter:
    """`str.format` as an object, whose steps a subclass may change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text, _ = self._formatted(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return text

    def _formatted(self, format_string, args, kwargs, used, depth, number):
        """The text, and the number of the next field without a name; False once numbers were given."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                pieces.append(literal)
            if field is None:
                continue
            if field == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(number)
                number += 1
            elif field.isdigit():
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                number = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._formatted(spec, args, kwargs, used, depth - 1, number)
            pieces.append(self.format_field(value, spec))
        return ''.join(pieces), number

    def parse(self, format_string):
        """Goes through the text: a literal piece, and the field behind it with its format and conversion."""
        if not isinstance(format_string, str):
            raise TypeError(f'expected str, got {type(format_string).__name__}')
        return _parts(format_string)

    def get_field(self, field_name, args, kwargs):
        """What a field names, and its first name."""
        end = 0
        while end < len(field_name) and field_name[end] not in '.[':
            end += 1
        first = field_name[:end]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        while end < len(field_name):
            start = end + 1
            if field_name[end] == '.':
                end = start
                while end < len(field_name) and field_name[end] not in '.[':
                    end += 1
                value = getattr(value, field_name[start:end])
            else:
                close = field_name.find(']', start)
                if close < 0:
                    raise ValueError("Missing ']' in format string")
                index = field_name[start:close]
                value = value[int(index) if index.isdigit() else index]
                end = close + 1
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')


def _literal(text, at):
    """A literal piece from there on, and where it ends: negative where that is behind a doubled brace."""
    start = at
    while at < len(text):
        c = text[at]
        if c in '{}':
            if text[at + 1 : at + 2] == c:
                return text[start : at + 1], -(at + 2) if at + 2 < len(text) else at + 2
            if c == '}':
                raise ValueError("Single '}' encountered in format string")
            if at + 1 == len(text):
                raise ValueError("Single '{' encountered in format string")
            break
        at += 1
    return text[start:at], at


def _field(text, start):
    """The field behind a brace: its name, its format, its conversion, and where the text goes on."""
    depth, end, in_brackets = 1, start, False
    while end < len(text):
        depth += (text[end] == '{') - (text[end] == '}')
        if not depth:
            break
        end += 1
    else:
        raise ValueError("expected '}' before end of string")
    inside = text[start:end]
    at = 0
    while at < len(inside) and (in_brackets or inside[at] not in ':!'):
        in_brackets = inside[at] == '[' or in_brackets and inside[at] != ']'
        at += 1
    name, rest, conversion = inside[:at], inside[at:], None
    if rest.startswith('!'):
        if len(rest) < 2:
            raise ValueError('end of string while looking for conversion specifier')
        conversion, rest = rest[1], rest[2:]
        if rest and not rest.startswith(':'):
            raise ValueError("expected ':' after conversion specifier")
    return name, rest[1:], conversion, end + 1
