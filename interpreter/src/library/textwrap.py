"""Texts in lines of a given width.

https://docs.python.org/3.11/library/textwrap.html
"""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

_WHITESPACE = '\t\n\x0b\x0c\r '


class TextWrapper:
    """Breaks a text into lines."""

    # The order of the arguments and what stands for each is CPython's.
    def __init__(
        self,
        width=70,
        initial_indent='',
        subsequent_indent='',
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=' [...]',
    ):
        # What becomes of the text before it is divided,
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.fix_sentence_endings = replace_whitespace, fix_sentence_endings
        # where it is divided,
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        # and the lines it is laid out in.
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.drop_whitespace, self.max_lines, self.placeholder = drop_whitespace, max_lines, placeholder

    def wrap(self, text):
        """The lines."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(char): ' ' for char in _WHITESPACE})
        chunks = self._split(text)
        if self.fix_sentence_endings:
            self._widen_sentence_ends(chunks)
        return self._lines(chunks)

    def fill(self, text):
        """The lines as one text."""
        return '\n'.join(self.wrap(text))

    def _split(self, text):
        """The words, the spaces between them, and the parts of words that hyphens divide, in order."""
        chunks = []
        at = 0
        while at < len(text):
            start = at
            space = text[at] in _WHITESPACE
            while at < len(text) and (text[at] in _WHITESPACE) == space:
                at += 1
            word = text[start:at]
            if space or not self.break_on_hyphens:
                chunks.append(word)
            else:
                chunks.extend(_parts(word))
        return chunks

    def _widen_sentence_ends(self, chunks):
        for at in range(len(chunks) - 1):
            word = chunks[at]
            if word.endswith(('"', "'")):
                word = word[:-1]
            if chunks[at + 1] == ' ' and word[-1:] in ('.', '!', '?') and 'a' <= word[-2:-1] <= 'z':
                chunks[at + 1] = '  '

    def _lines(self, chunks):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        lines = []
        chunks = chunks[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and not chunks[-1].strip() and lines:
                chunks.pop()
            line, size = [], 0
            while chunks and size + len(chunks[-1]) <= width:
                line.append(chunks.pop())
                size += len(line[-1])
            if chunks and len(chunks[-1]) > width:
                self._take_long_word(chunks, line, size, width)
                size = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and not line[-1].strip():
                size -= len(line.pop())
            if not line:
                continue
            is_last_allowed = self.max_lines is not None and len(lines) + 1 >= self.max_lines
            nothing_left = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if is_last_allowed and not (nothing_left and size <= width):
                self._end_early(lines, line, size, width, indent)
                break
            lines.append(indent + ''.join(line))
        return lines

    def _take_long_word(self, chunks, line, size, width):
        """A word longer than a line: as much of it as fits, or the whole of it on a line of its own."""
        room = 1 if width < 1 else width - size
        if self.break_long_words:
            word = chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind('-', 0, room)
                if hyphen > 0 and word[:hyphen].strip('-'):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _end_early(self, lines, line, size, width, indent):
        """The last line that is allowed, with the placeholder for the rest."""
        while line:
            if line[-1].strip() and size + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            size -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _parts(word):
    """A word, divided at dashes of several hyphens between words, and behind hyphens between letters."""
    at = word.find('--', 1)
    while at >= 0:
        end = at
        while word[end : end + 1] == '-':
            end += 1
        before, after = word[at - 1], word[end : end + 1]
        if (before.isalnum() or before in '_!"\'&.,?') and (after.isalnum() or after == '_'):
            return [*_parts(word[:at]), word[at:end], *_parts(word[end:])]
        at = word.find('--', end)
    parts = []
    start = 0
    for at in range(1, len(word) - 1):
        if word[at] == '-' and at > start and _ends_part(word, at) and _begins_part(word, at + 1):
            parts.append(word[start : at + 1])
            start = at + 1
    parts.append(word[start:])
    return parts


def _ends_part(word, hyphen):
    """Whether two letters stand before the hyphen, with or without another hyphen between them."""
    return _is_letter(word, hyphen - 1) and (
        _is_letter(word, hyphen - 2) or word[hyphen - 2 : hyphen - 1] == '-' and _is_letter(word, hyphen - 3)
    )


def _begins_part(word, start):
    """The same of what stands behind it."""
    return _is_letter(word, start) and (_is_letter(word, start + 1) or word[start + 1 : start + 2] == '-' and _is_letter(word, start + 2))


def _is_letter(word, at):
    return 0 <= at < len(word) and (word[at].isalpha() or word[at] == '_')


def wrap(text, width=70, **kwargs):
    """The lines of a text."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """A text in lines."""
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """As much of a text as fits on one line."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(' '.join(text.strip().split()))


def dedent(text):
    """A text without the indentation that all its lines share."""
    if not isinstance(text, str):
        if isinstance(text, (bytes, bytearray)):
            raise TypeError('cannot use a string pattern on a bytes-like object')
        raise TypeError(f"expected string or bytes-like object, got '{type(text).__name__}'")
    lines = text.split('\n')
    margin = None
    for place, line in enumerate(lines):
        content = line.lstrip(' \t')
        if not content:
            lines[place] = ''
            continue
        indent = line[: len(line) - len(content)]
        if margin is None:
            margin = indent
        else:
            shared = 0
            while shared < min(len(margin), len(indent)) and margin[shared] == indent[shared]:
                shared += 1
            margin = margin[:shared]
    if margin:
        lines = [line.removeprefix(margin) for line in lines]
    return '\n'.join(lines)


def indent(text, prefix, predicate=None):
    """A text with a prefix before its lines, the blank ones apart."""
    if predicate is None:
        predicate = str.strip
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
