"""Tracebacks as text. The texts themselves are made in the prelude, where the interpreter makes those of uncaught exceptions.

https://docs.python.org/3.11/library/traceback.html
"""

import sys
from linecache import getline as _getline
from prelude import (
    _CAUSE_TEXT,
    _CONTEXT_TEXT,
    GROUP_DEPTH as _GROUP_DEPTH,
    GROUP_WIDTH as _GROUP_WIDTH,
    format_entries as _format_entries,
    format_entry as _format_entry,
    format_exception as _format,
    format_message as _format_message,
    limited as _limited,
    safe_text as _safe_text,
    traceback_entries as _entries,
)

__all__ = [
    'extract_stack',
    'extract_tb',
    'format_exception',
    'format_exception_only',
    'format_list',
    'format_stack',
    'format_tb',
    'print_exc',
    'format_exc',
    'print_exception',
    'print_last',
    'print_stack',
    'print_tb',
    'clear_frames',
    'FrameSummary',
    'StackSummary',
    'TracebackException',
    'walk_stack',
    'walk_tb',
]


def _shown(variables):
    return {name: repr(value) for name, value in variables.items()} if variables else None


class FrameSummary:
    """One entry of a traceback."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = _shown(locals)
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno

    @property
    def _source(self):
        """The source line as it stands in the file."""
        if self._line is None:
            self._line = '' if self.lineno is None else _getline(self.filename, self.lineno).rstrip('\n')
        return self._line

    @property
    def line(self):
        """The source line, without what surrounds it."""
        return None if self.lineno is None else self._source.strip()

    @property
    def _entry(self):
        return self.filename, self.lineno, self.name, self._source, self.end_lineno, self.colno, self.end_colno

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, position):
        return (self.filename, self.lineno, self.name, self.line)[position]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    """The entries of a traceback."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        entries = [
            FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name, locals=frame.f_locals if capture_locals else None)
            for frame, lineno in frame_gen
        ]
        return cls(_limited(entries, limit))

    @classmethod
    def from_list(cls, a_list):
        made = cls()
        for entry in a_list:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry
                entry = FrameSummary(filename, lineno, name, line=line)
            made.append(entry)
        return made

    def format_frame_summary(self, frame_summary):
        variables = frame_summary.locals or {}
        shown = [f'    {name} = {value}\n' for name, value in sorted(variables.items())]
        return ''.join([_format_entry(frame_summary._entry), *shown])

    def format(self):
        """The texts, runs of the same entry cut short."""
        return _format_entries([summary._entry for summary in self], format=lambda at: self.format_frame_summary(self[at]))


def extract_tb(tb, limit=None):
    """The entries of a traceback, the place that raised last."""
    made = StackSummary()
    for filename, lineno, name, line, end_lineno, colno, end_colno in _entries(tb, limit):
        made.append(FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno, end_colno=end_colno))
    return made


def _capture_locals(stack, tb, limit):
    """Notes in the entries of a traceback what the variables of their frames hold."""
    for summary, (frame, _) in zip(stack, _limited(list(walk_tb(tb)), limit)):
        summary.locals = _shown(frame.f_locals)


def extract_stack(f=None, limit=None):
    """The calls under way, the innermost last."""
    made = StackSummary.extract(walk_stack(sys._getframe(1) if f is None else f), limit=limit)
    made.reverse()
    return made


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
        # Whoever asks here for the frames one by one is not among them.
        while f is not None and f.f_globals is globals():
            f = f.f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return _format_entries(_entries(tb, limit))


def format_stack(f=None, limit=None):
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


_sentinel = object()


def _value_and_traceback(exc, value, tb):
    """What is to be written, given in the new form, or in the old one of type, value, traceback."""
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True):
    """A traceback as it is printed, with the exceptions that led to this one."""
    value, tb = _value_and_traceback(exc, value, tb)
    if value is None:
        return ['NoneType: None\n']
    return _format(value, tb, chain, limit)


def format_exception_only(exc, /, value=_sentinel):
    """The last line, or lines, of a traceback: what was raised."""
    error = exc if value is _sentinel else value
    return ['NoneType: None\n'] if error is None else _format_message(error)


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as text."""
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True):
    _print(file, format_exception(exc, value, tb, limit, chain))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception that is being handled."""
    _print(file, format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    raise ValueError('no last exception')


def print_tb(tb, limit=None, file=None):
    _print(file, format_tb(tb, limit))


def print_stack(f=None, limit=None, file=None):
    _print(file, format_stack(sys._getframe(1) if f is None else f, limit))


def print_list(extracted_list, file=None):
    _print(file, format_list(extracted_list))


def _print(file, texts):
    file = sys.stderr if file is None else file
    for text in texts:
        file.write(text)


def clear_frames(tb):
    """Clears the variables of a traceback's frames, as far as they have ended."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception with its traceback, and those that led to it, ready to be written."""

    def __init__(
        self,
        exc_type,
        exc_value,
        exc_traceback,
        *,
        limit=None,
        lookup_lines=True,
        capture_locals=False,
        compact=False,
        max_group_width=_GROUP_WIDTH,
        max_group_depth=_GROUP_DEPTH,
        _seen=(),
    ):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._limit, self._captures_locals = limit, capture_locals
        if capture_locals:
            _capture_locals(self.stack, exc_traceback, limit)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self._str = _safe_text(exc_value, 'exception')
        if exc_value is None:
            # Nothing was raised.
            self._message = ['NoneType: None\n']
            self._texts = dict.fromkeys((True, False), self._message)
        else:
            self._message = _format_message(exc_value)
            self._texts = {
                chain: _format(exc_value, exc_traceback, chain, limit, False, max_group_width, max_group_depth) for chain in (True, False)
            }
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        seen = (*_seen, exc_value)
        cause = getattr(exc_value, '__cause__', None)
        self.__cause__ = self._link(cause, seen)
        self.__context__ = self._link(getattr(exc_value, '__context__', None), (*seen, cause))
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [self._link(inner, seen) for inner in exc_value.exceptions]
        if isinstance(exc_value, SyntaxError):
            for name in ('filename', 'lineno', 'end_lineno', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))

    def _link(self, error, seen):
        """Another exception in the same form; None where there is none, or where it was met already."""
        if error is None or any([error is known for known in seen]):
            return None
        return TracebackException.from_exception(
            error,
            limit=self._limit,
            max_group_width=self.max_group_width,
            max_group_depth=self.max_group_depth,
            capture_locals=self._captures_locals,
            _seen=seen,
        )

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._message

    def format(self, *, chain=True):
        """The texts, the oldest exception first."""
        if self._captures_locals and self.exceptions is None:
            yield from self._texts_with_locals(chain)
        else:
            yield from self._texts[bool(chain)]

    def _texts_with_locals(self, chain):
        context = None if self.__suppress_context__ else self.__context__
        for link, text in ((self.__cause__, _CAUSE_TEXT), (context, _CONTEXT_TEXT)):
            if chain and link is not None:
                yield from link.format(chain=chain)
                yield text
                break
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self._message

    def print(self, *, file=None, chain=True):
        _print(file, self.format(chain=chain))
