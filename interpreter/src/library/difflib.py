"""How two sequences differ: by their longest matches, as lines with marks, as patches.

https://docs.python.org/3.11/library/difflib.html, without HTML tables.
"""

import re as _re
from collections import namedtuple as _namedtuple
from heapq import nlargest as _nlargest
from types import GenericAlias as _GenericAlias

__all__ = [
    'get_close_matches',
    'ndiff',
    'restore',
    'SequenceMatcher',
    'Differ',
    'IS_CHARACTER_JUNK',
    'IS_LINE_JUNK',
    'context_diff',
    'unified_diff',
    'diff_bytes',
    'Match',
]

Match = _namedtuple('Match', 'a b size')


class SequenceMatcher:
    """Compares two sequences: the longest match first, then what lies left and right of it."""

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    __class_getitem__ = classmethod(_GenericAlias)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Much is kept of the second sequence: to compare one with many, it is to be the second."""
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = None
            self.fullbcount = None
            self._find_places()

    def _find_places(self):
        """Where each item of the second sequence stands, junk and what is all over the place left out."""
        self.b2j = places = {}
        for place, item in enumerate(self.b):
            places.setdefault(item, []).append(place)
        self.bjunk = set()
        if self.isjunk:
            self.bjunk.update([item for item in places if self.isjunk(item)])
            for item in self.bjunk:
                del places[item]
        self.bpopular = set()
        length = len(self.b)
        if self.autojunk and length >= 200:
            often = length // 100 + 1
            self.bpopular.update([item for item, found in places.items() if len(found) > often])
            for item in self.bpopular:
                del places[item]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """The longest match in parts of both, the first of several; with junk beside it if that matches, too."""
        a, b, places, junk = self.a, self.b, self.b2j, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        at_a, at_b, size = alo, blo, 0
        # How long the match is that ends at the item before, for each place of the second sequence.
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                length = longer[j] = lengths.get(j - 1, 0) + 1
                if length > size:
                    at_a, at_b, size = i - length + 1, j - length + 1, length
            lengths = longer
        for takes_junk in (False, True):
            while at_a > alo and at_b > blo and (b[at_b - 1] in junk) == takes_junk and a[at_a - 1] == b[at_b - 1]:
                at_a, at_b, size = at_a - 1, at_b - 1, size + 1
            while at_a + size < ahi and at_b + size < bhi and (b[at_b + size] in junk) == takes_junk and (a[at_a + size] == b[at_b + size]):
                size += 1
        return Match(at_a, at_b, size)

    def get_matching_blocks(self):
        """All matches in order, neighbours made one, and an empty one at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        found = []
        waiting = [(0, len(self.a), 0, len(self.b))]
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        found.sort()
        blocks = []
        for match in found:
            last = blocks[-1] if blocks else None
            if last and last.a + last.size == match.a and last.b + last.size == match.b:
                blocks[-1] = Match(last.a, last.b, last.size + match.size)
            else:
                blocks.append(match)
        blocks.append(Match(len(self.a), len(self.b), 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """How the first becomes the second: what is equal, replaced, deleted, inserted."""
        if self.opcodes is not None:
            return self.opcodes
        self.opcodes = opcodes = []
        i = j = 0
        for at_a, at_b, size in self.get_matching_blocks():
            if i < at_a and j < at_b:
                opcodes.append(('replace', i, at_a, j, at_b))
            elif i < at_a:
                opcodes.append(('delete', i, at_a, j, at_b))
            elif j < at_b:
                opcodes.append(('insert', i, at_a, j, at_b))
            i, j = at_a + size, at_b + size
            if size:
                opcodes.append(('equal', at_a, i, at_b, j))
        return opcodes

    def get_grouped_opcodes(self, n=3):
        """The changes in groups, with up to `n` equal items around them."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == 'equal':
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == 'equal':
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        """How much they are alike, from 0 to 1."""
        return _ratio(sum([size for _, _, size in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        """No less than ratio(), and found sooner: only which items there are is looked at."""
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            count = left[item] if item in left else self.fullbcount.get(item, 0)
            left[item] = count - 1
            if count > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """No less than ratio(), and found at once: only the lengths are looked at."""
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """The words most like another one, the best first."""
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    found = []
    for other in possibilities:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), other))
    return [other for _, other in _nlargest(n, found)]


class Differ:
    """Compares texts by lines, and lines that are alike by characters."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Each line with what it is: `- ` only in the first, `+ ` only in the second, `  ` in both, `? ` in neither."""
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked('-' if tag == 'delete' else ' ', a, alo, ahi)

    def _replaced(self, a, alo, ahi, b, blo, bhi):
        """Lines for lines: the two most alike are put side by side, and then what lies before and after them."""
        if alo >= ahi or blo >= bhi:
            yield from _marked('-', a, alo, ahi)
            yield from _marked('+', b, blo, bhi)
            return
        matcher = SequenceMatcher(self.charjunk)
        pair = self._most_alike(matcher, a, alo, ahi, b, blo, bhi)
        if pair is None:
            # The shorter block first.
            if bhi - blo < ahi - alo:
                yield from _marked('+', b, blo, bhi)
                yield from _marked('-', a, alo, ahi)
            else:
                yield from _marked('-', a, alo, ahi)
                yield from _marked('+', b, blo, bhi)
            return
        i, j = pair
        yield from self._replaced(a, alo, i, b, blo, j)
        if a[i] == b[j]:
            yield '  ' + a[i]
        else:
            yield from _side_by_side(matcher, a[i], b[j])
        yield from self._replaced(a, i + 1, ahi, b, j + 1, bhi)

    def _most_alike(self, matcher, a, alo, ahi, b, blo, bhi):
        """The pair of lines that are most alike, or the first equal pair if none is like enough."""
        best, equal, pair = 0.74, None, None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if equal is None:
                        equal = i, j
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        return equal if best < 0.75 else pair


def _marked(mark, lines, start, end):
    for place in range(start, end):
        yield f'{mark} {lines[place]}'


def _side_by_side(matcher, one, other):
    """Two lines, with a line of marks under each that has some."""
    marks_one = marks_other = ''
    matcher.set_seqs(one, other)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == 'replace':
            marks_one += '^' * (i2 - i1)
            marks_other += '^' * (j2 - j1)
        elif tag == 'delete':
            marks_one += '-' * (i2 - i1)
        elif tag == 'insert':
            marks_other += '+' * (j2 - j1)
        else:
            marks_one += ' ' * (i2 - i1)
            marks_other += ' ' * (j2 - j1)
    for sign, line, marks in [('-', one, marks_one), ('+', other, marks_other)]:
        yield f'{sign} {line}'
        # Tabs stay tabs, so that marks stand under what they mark.
        marks = ''.join([char if mark == ' ' and char.isspace() else mark for char, mark in zip(line, marks)]).rstrip()
        if marks:
            yield f'? {marks}\n'


_is_blank = _re.compile(r'\s*(?:#\s*)?$').match


def IS_LINE_JUNK(line, pat=_is_blank):
    """Whether a line is blank, or only `#`."""
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """How two texts differ, as Differ tells it."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """One of the two texts that were compared."""
    try:
        mark = {1: '- ', 2: '+ '}[int(which)]
    except KeyError:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}') from None
    for line in delta:
        if line[:2] in ('  ', mark):
            yield line[2:]


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """How two texts differ, as a patch."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'--- {_named(fromfile, fromfiledate)}{lineterm}'
            yield f'+++ {_named(tofile, tofiledate)}{lineterm}'
        first, last = group[0], group[-1]
        yield f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
            if tag in ('replace', 'delete'):
                for line in a[i1:i2]:
                    yield '-' + line
            if tag in ('replace', 'insert'):
                for line in b[j1:j2]:
                    yield '+' + line


def _named(file, date):
    return f'{file}\t{date}' if date else file


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return f'{start + 1}'
    return f'{start + 1 if length else start},{length}'


_CONTEXT_MARKS = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """How two texts differ, the changed parts of both one after the other."""
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield f'*** {_named(fromfile, fromfiledate)}{lineterm}'
            yield f'--- {_named(tofile, tofiledate)}{lineterm}'
        yield '***************' + lineterm
        first, last = group[0], group[-1]
        tags = [code[0] for code in group]
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if 'replace' in tags or 'delete' in tags:
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield _CONTEXT_MARKS[tag] + line
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if 'replace' in tags or 'insert' in tags:
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield _CONTEXT_MARKS[tag] + line


def _context_range(start, stop):
    length = stop - start
    beginning = start + 1 if length else start
    return f'{beginning}' if length <= 1 else f'{beginning},{beginning + length - 1}'


def _check_types(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f'lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})')
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f'all arguments must be str, not: {text!r}')


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """The same of bytes in any encoding: each byte stands for a character."""
    a, b = [_as_text(line) for line in a], [_as_text(line) for line in b]
    given = [_as_text(text) for text in (fromfile, tofile, fromfiledate, tofiledate)]
    for line in dfunc(a, b, *given, n, _as_text(lineterm)):
        yield line.encode('latin-1')


def _as_text(data):
    try:
        return data.decode('latin-1')
    except AttributeError as error:
        raise TypeError(f'all arguments must be bytes, not {type(data).__name__} ({data!r})') from error
