"""Splits texts into words as a shell does.

https://docs.python.org/3.11/library/shlex.html
"""

import re
import sys
from collections import deque
from io import StringIO

__all__ = ['shlex', 'split', 'quote', 'join']

# Between words; in a word; in a run of punctuation. In quotes and behind an escape, the state is that character.
_BETWEEN, _WORD, _PUNCTUATION = ' ', 'a', 'c'

# What ends a word in a shell.
_SHELL_MARKS = '();<>|&'


class shlex:
    """Gives the words of a text one after the other."""

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        text = StringIO(instream) if isinstance(instream, str) else instream
        self.instream, self.infile = (sys.stdin, None) if text is None else (text, infile)
        self.posix, self.eof = posix, None if posix else ''
        self.commenters = '#'
        self.wordchars = 'abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
        if posix:
            # The letters of Latin-1.
            self.wordchars += ''.join([chr(code) for code in (*range(0xDF, 0x100), *range(0xC0, 0xDF)) if code not in (0xD7, 0xF7)])
        self.whitespace = ' \t\r\n'
        self.whitespace_split = False
        self.quotes = '\'"'
        self.escape = '\\'
        self.escapedquotes = '"'
        self.state, self.token = _BETWEEN, ''
        self.lineno, self.debug = 1, 0
        # What was read already and comes again: words, sources.
        self.pushback, self.filestack = deque(), deque()
        self.source = None
        marks = _SHELL_MARKS if punctuation_chars is True else punctuation_chars or ''
        self._punctuation_chars = marks
        if marks:
            self._pushback_chars = deque()
            self.wordchars = ''.join([char for char in self.wordchars + '~-./*?=' if char not in marks])

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """The word that comes next."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """What is read next, before the rest of this text."""
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile = newfile
        self.instream = newstream
        self.lineno = 1

    def pop_source(self):
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = _BETWEEN

    def get_token(self):
        """The next word; `eof` at the end."""
        if self.pushback:
            return self.pushback.popleft()
        word = self.read_token()
        if self.source is not None:
            while word == self.source:
                found = self.sourcehook(self.read_token())
                if found:
                    self.push_source(found[1], found[0])
                word = self.get_token()
        while word == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            word = self.get_token()
        return word

    def sourcehook(self, newfile):
        raise OSError('the playground has no files')

    def read_token(self):
        """Reads a word, whatever was put before it."""
        quoted = False
        after_escape = _BETWEEN
        while True:
            char = self._read_char()
            state = self.state
            if state is None:
                self.token = ''
                break
            if state == _BETWEEN:
                if not char:
                    self.state = None
                    break
                if char in self.whitespace:
                    if self.token or self.posix and quoted:
                        break
                elif char in self.commenters:
                    self._skip_line()
                elif self.posix and char in self.escape:
                    after_escape = _WORD
                    self.state = char
                elif self._begin_word(char, quoted):
                    break
            elif state in self.quotes:
                quoted = True
                if not char:
                    raise ValueError('No closing quotation')
                if char == state:
                    if self.posix:
                        self.state = _WORD
                    else:
                        self.token += char
                        self.state = _BETWEEN
                        break
                elif self.posix and char in self.escape and state in self.escapedquotes:
                    after_escape = state
                    self.state = char
                else:
                    self.token += char
            elif state in self.escape:
                if not char:
                    raise ValueError('No escaped character')
                if after_escape in self.quotes and char != state and char != after_escape:
                    self.token += state
                self.token += char
                self.state = after_escape
            elif self.posix and state == _WORD and char and char in self.escape and not self._ends_word(char):
                after_escape = _WORD
                self.state = char
            elif self._go_on(char, quoted):
                break
        word = self.token
        self.token = ''
        return None if self.posix and not quoted and word == '' else word

    def _read_char(self):
        if self._punctuation_chars and self._pushback_chars:
            char = self._pushback_chars.pop()
        else:
            char = self.instream.read(1)
        if char == '\n':
            self.lineno += 1
        return char

    def _skip_line(self):
        self.instream.readline()
        self.lineno += 1

    def _ends_word(self, char):
        return char in self.whitespace or char in self.commenters

    def _begin_word(self, char, quoted):
        """Takes the first character of a word; whether it is the whole word is the answer."""
        if char in self.wordchars:
            self.token = char
            self.state = _WORD
        elif char in self._punctuation_chars:
            self.token = char
            self.state = _PUNCTUATION
        elif char in self.quotes:
            if not self.posix:
                self.token = char
            self.state = char
        elif self.whitespace_split:
            self.token = char
            self.state = _WORD
        else:
            self.token = char
            return True
        return False

    def _go_on(self, char, quoted):
        """Takes a further character of a word; whether the word has ended is the answer."""
        ended = self.token or self.posix and quoted
        if not char:
            self.state = None
            return True
        if char in self.whitespace:
            self.state = _BETWEEN
            return ended
        if char in self.commenters:
            self._skip_line()
            if self.posix:
                self.state = _BETWEEN
                return ended
            return False
        if self.state == _PUNCTUATION:
            if char in self._punctuation_chars:
                self.token += char
                return False
            self._pushback_chars.append(char)
            self.state = _BETWEEN
            return True
        if self.posix and char in self.quotes:
            self.state = char
            return False
        if char in self.wordchars or char in self.quotes or self.whitespace_split and char not in self._punctuation_chars:
            self.token += char
            return False
        if self._punctuation_chars:
            self._pushback_chars.append(char)
        else:
            self.pushback.appendleft(char)
        self.state = _BETWEEN
        return ended

    def error_leader(self, infile=None, lineno=None):
        """How a message about this place begins."""
        infile = self.infile if infile is None else infile
        lineno = self.lineno if lineno is None else lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        word = self.get_token()
        if word == self.eof:
            raise StopIteration
        return word


def split(s, comments=False, posix=True):
    """The words of a text."""
    if s is None:
        import warnings

        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ''
    return list(words)


def join(split_command):
    """A text that splits into these words."""
    return ' '.join([quote(word) for word in split_command])


_find_unsafe = re.compile(r'[^\w@%+=:,./-]', re.ASCII).search


def quote(s):
    """The word as a shell has to be given it."""
    if not s:
        return "''"
    if _find_unsafe(s) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
