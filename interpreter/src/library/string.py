"""Groups of characters, and texts with places to fill in.

https://docs.python.org/3.11/library/string.html
"""

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace

_missing = object()


def capwords(s, sep=None):
    """Every word with a capital letter."""
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


class Template:
    """A text in which `$name` and `${name}` are filled in."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Pairs: a piece of text and the name behind it, or None; for what is no place, the bad text's position in the name's place."""
        text = self.template
        start = 0
        while True:
            at = text.find(self.delimiter, start)
            if at < 0:
                yield text[start:], None, None
                return
            after = at + 1
            if text[after:after + 1] == self.delimiter:
                yield text[start:after], None, None
                start = after + 1
                continue
            braced = text[after:after + 1] == '{'
            begin = end = after + braced
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == '_'):
                end += 1
            name = text[begin:end]
            if not name or name[0].isdigit() or braced and text[end:end + 1] != '}':
                yield text[start:at], None, at
                start = at + 1
                yield self.delimiter, None, None
                continue
            yield text[start:at], name, None
            start = end + braced

    def substitute(self, mapping=_missing, /, **kws):
        """Fills in all places; KeyError where a name is missing."""
        mapping = kws if mapping is _missing else {**mapping, **kws}
        pieces = []
        for text, name, bad in self._pieces():
            if bad is not None:
                before = self.template[:bad].splitlines(keepends=True)
                line = max(len(before), 1)
                column = bad - len(''.join(before[:-1])) + 1
                raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
            pieces.append(text)
            if name is not None:
                pieces.append(str(mapping[name]))
        return ''.join(pieces)

    def safe_substitute(self, mapping=_missing, /, **kws):
        """Fills in the places whose names are there."""
        mapping = kws if mapping is _missing else {**mapping, **kws}
        pieces = []
        for text, name, _ in self._pieces():
            pieces.append(text)
            if name is not None:
                pieces.append(str(mapping[name]) if name in mapping else f'${name}')
        return ''.join(pieces)

    def get_identifiers(self):
        """The names, each once."""
        return list(dict.fromkeys([name for _, name, _ in self._pieces() if name is not None]))

    def is_valid(self):
        return all([bad is None for _, _, bad in self._pieces()])


class Formatter:
    """`str.format` as an object."""

    def format(self, format_string, /, *args, **kwargs):
        return format_string.format(*args, **kwargs)

    def vformat(self, format_string, args, kwargs):
        return format_string.format(*args, **kwargs)
