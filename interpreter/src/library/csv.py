"""Rows of comma-separated values, read and written: dialects, rows as dicts, and a guess at the dialect of a text.

https://docs.python.org/3.11/library/csv.html
"""

import re
from _csv import (
    QUOTE_ALL,
    QUOTE_MINIMAL,
    QUOTE_NONE,
    QUOTE_NONNUMERIC,
    Dialect as _Dialect,
    Error,
    field_size_limit,
    get_dialect,
    list_dialects,
    reader,
    register_dialect,
    unregister_dialect,
    writer,
)
from types import GenericAlias as _GenericAlias

__all__ = [
    'QUOTE_MINIMAL',
    'QUOTE_ALL',
    'QUOTE_NONNUMERIC',
    'QUOTE_NONE',
    'Error',
    'Dialect',
    '__doc__',
    'excel',
    'excel_tab',
    'field_size_limit',
    'reader',
    'writer',
    'register_dialect',
    'get_dialect',
    'list_dialects',
    'Sniffer',
    'unregister_dialect',
    '__version__',
    'DictReader',
    'DictWriter',
    'unix_dialect',
]

__version__ = '1.0'


class Dialect:
    """A dialect: a subclass has the attributes of one."""

    _name, _valid = '', False
    delimiter = quotechar = escapechar = lineterminator = None
    doublequote = skipinitialspace = quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        self._validate()

    def _validate(self):
        try:
            _Dialect(self)
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    """What Excel writes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    """What Excel writes, with tabs."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """What programs on Unix write: all in quotes."""

    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


class DictReader:
    """Gives rows as dicts; the first row has the names of the fields unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    __class_getitem__ = classmethod(_GenericAlias)

    def __iter__(self):
        return self

    def _names(self):
        """Those given, else those of the first row; an empty file has none."""
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    def _rename(self, names):
        self._fieldnames = names

    fieldnames = property(_names, _rename)

    def __next__(self):
        if not self.line_num:
            self._names()
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while not row:
            # Empty lines are no rows.
            row = next(self.reader)
        names = self._names()
        made = dict(zip(names, row))
        if len(names) < len(row):
            made[self.restkey] = row[len(names) :]
        else:
            for name in names[len(row) :]:
                made[name] = self.restval
        return made


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    __class_getitem__ = classmethod(_GenericAlias)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == 'raise':
            unknown = rowdict.keys() - self.fieldnames
            if unknown:
                names = ', '.join([repr(name) for name in unknown])
                raise ValueError(f'dict contains fields not in fieldnames: {names}')
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))


class Sniffer:
    """Guesses how a text is written."""

    def __init__(self):
        # Where several delimiters are as likely, the first of these.
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """The dialect of the text."""
        quote, doubled, char, skips = _guess_by_quotes(sample, delimiters)
        if not char:
            char, skips = self._guess_delimiter(sample, delimiters)
        if not char:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
            doublequote = doubled
            delimiter = char
            quotechar = quote or '"'
            skipinitialspace = skips

        return dialect

    def _guess_delimiter(self, data, delimiters):
        """The character that stands equally often in each line, as far as there is one."""
        lines = [line for line in data.split('\n') if line]
        size = min(10, len(lines))
        frequencies = {}
        modes = {}
        found = {}
        for start in range(0, len(lines), size or 1):
            for line in lines[start : start + size]:
                for char in _ASCII:
                    counts = frequencies.setdefault(char, {})
                    count = line.count(char)
                    counts[count] = counts.get(count, 0) + 1
            for char, counts in frequencies.items():
                if list(counts) != [0]:
                    most = max(counts, key=counts.get)
                    modes[char] = most, 2 * counts[most] - sum(counts.values())
            total = float(min(start + size, len(lines)))
            consistency = 1.0
            while not found and consistency >= 0.9:
                for char, (count, lines_with) in modes.items():
                    if count > 0 and lines_with > 0 and lines_with / total >= consistency and (delimiters is None or char in delimiters):
                        found[char] = count, lines_with
                consistency -= 0.01
            if len(found) == 1:
                return _with_spaces(lines[0], *found)
        if not found:
            return '', 0
        for char in self.preferred:
            if char in found:
                return _with_spaces(lines[0], char)
        return _with_spaces(lines[0], max([(mode, char) for char, mode in found.items()])[1])

    def has_header(self, sample):
        """Whether the first row looks as if it had the names of the columns: it differs from the others in type or length."""
        from io import StringIO

        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex if _is_complex(row[column]) else len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if kind is complex:
                differs = not _is_complex(header[column])
            elif kind is None:
                differs = True
            else:
                differs = len(header[column]) != kind
            votes += 1 if differs else -1
        return votes > 0


_ASCII = [chr(code) for code in range(127)]


def _with_spaces(line, char):
    """A delimiter, and whether each of them has a space behind it."""
    return char, line.count(char) == line.count(char + ' ')


def _is_complex(text):
    try:
        complex(text)
    except (ValueError, OverflowError):
        return False
    return True


def _guess_by_quotes(data, delimiters):
    """The quote, whether it is doubled inside, the delimiter beside it, and whether a space follows that."""
    for before, after in [(True, True), (False, True), (True, False), (False, False)]:
        found = _quoted_fields(data, before, after)
        if found:
            break
    else:
        return '', False, None, 0
    quotes, chars = {}, {}
    spaces = 0
    for quote, char, space in found:
        quotes[quote] = quotes.get(quote, 0) + 1
        if char and (delimiters is None or char in delimiters):
            chars[char] = chars.get(char, 0) + 1
        if space:
            spaces += 1
    quote = max(quotes, key=quotes.get)
    char, skips = '', 0
    if chars:
        char = max(chars, key=chars.get)
        skips = chars[char] == spaces
        if char == '\n':
            char = ''
    edge = re.escape(char)
    doubled = re.search(rf'(({edge})|^)\W*{quote}[^{edge}\n]*{quote}[^{edge}\n]*{quote}\W*(({edge})|$)', data, re.MULTILINE) is not None
    return quote, doubled, char, skips


def _quoted_fields(data, before, after):
    """Quoted fields with a delimiter before and after them, or the edge of a line: quote, delimiter, space of each."""
    found = []
    at = 0
    while at < len(data):
        field = _quoted_field(data, at, before, after)
        if field is None:
            at += 1
        else:
            found.append(field[:3])
            at = max(field[3], at + 1)
    return found


def _quoted_field(data, at, before, after):
    """The quoted field that begins there: quote, delimiter, space, and where it ends."""
    char = space = ''
    starts = [at]
    if before:
        char = data[at]
        if not _may_delimit(char):
            return None
        starts = [at + 1]
        if data[at + 1 : at + 2] == ' ':
            space = ' '
            starts = [at + 2]
    elif at and data[at - 1] != '\n':
        if data[at] != '\n':
            return None
        starts = [at + 1]
    elif data[at] == '\n':
        starts = [at + 1]
    for start in starts:
        quote = data[start : start + 1]
        if quote != '' and quote in '"\'':
            end = _end_of_quoted(data, start + 1, quote, char, before, after)
            if end is not None:
                return quote, end[1] or char, end[2] or space, end[0]
    return None


def _end_of_quoted(data, start, quote, char, before, after):
    at = data.find(quote, start)
    while at >= 0:
        rest = data[at + 1 : at + 2]
        if before and after:
            if rest == char:
                return at + 2, '', ''
        elif after:
            if rest and _may_delimit(rest):
                space = ' ' if data[at + 2 : at + 3] == ' ' else ''
                return at + 2 + len(space), rest, space
        elif rest in ('', '\n'):
            return at + 1, '', ''
        at = data.find(quote, at + 1)
    return None


def _may_delimit(char):
    return char not in '\n"\'' and not (char.isalnum() or char == '_')
