"""Warnings: what is said to standard error, once a place, unless the program wishes otherwise.

https://docs.python.org/3.11/library/warnings.html. The interpreter's own warnings come in by `_never_awaited`.
"""

import sys
from operator import index as _index
from _types import builtin_function as _builtin_function

__all__ = [
    'warn',
    'warn_explicit',
    'showwarning',
    'formatwarning',
    'filterwarnings',
    'simplefilter',
    'resetwarnings',
    'catch_warnings',
]

# What to do, by the first that fits: (action, message or None, category, module or None, line or 0).
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]
defaultaction = 'default'

# What was said already.
_said = set()


def warn(message, category=None, stacklevel=1, source=None):
    """Warns of something in the caller, or so many callers further up."""
    stacklevel = _index(stacklevel)
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    try:
        frame = sys._getframe(max(stacklevel, 1))
    except ValueError:
        filename, lineno, module = 'sys', 1, 'sys'
    else:
        filename, lineno, module = frame.f_code.co_filename, frame.f_lineno, frame.f_globals.get('__name__', '<string>')
    warn_explicit(message, category, filename, lineno, module, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Warns of something at a place."""
    lineno = _index(lineno)
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if isinstance(message, Warning):
        text, category = str(message), type(message)
    else:
        text, message = message, category(message)
    if module is None:
        module = filename.removesuffix('.py') or '<unknown>'
    if _lets_through(text, message, category, lineno, module):
        _show(WarningMessage(message, category, filename, lineno, source=source))


def _lets_through(text, warning, category, lineno, module):
    """Whether the filters want it to be shown."""
    action = _action(text, category, module, lineno)
    if action == 'ignore':
        return False
    if action == 'error':
        raise warning
    if action != 'always':
        where = {'default': (module, lineno), 'module': (module,), 'once': ()}.get(action)
        if where is None:
            raise RuntimeError(f'Unrecognized action ({action!r}) in warnings.filters')
        if (text, category, *where) in _said:
            return False
        _said.add((text, category, *where))
    return True


def _action(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        if (
            issubclass(category, kind)
            and (line == 0 or line == lineno)
            and _fits(pattern, text)
            and (place is None or _fits(place, module, whole=True))
        ):
            return action
    return defaultaction


def _fits(pattern, text, whole=False):
    """Whether a text begins as a filter's pattern says."""
    if not pattern:
        return True
    if whole and pattern == text:
        return True
    if pattern.replace(' ', '').replace('_', '').isalnum():
        return not whole and text.lower().startswith(pattern.lower())
    import re

    return re.match(pattern, text, re.IGNORECASE) is not None


class WarningMessage:
    """A warning with its place."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message, self.category = message, category
        self.filename, self.lineno, self.line = filename, lineno, line
        self.file, self.source = file, source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
            f'lineno : {self.lineno}, line : {self.line!r}}}'
        )


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as it is written."""
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    if line is None:
        from linecache import getline

        line = getline(filename, lineno)
    line = line.strip()
    return f'{text}  {line}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning; the program may put another function in its place."""
    _write(WarningMessage(message, category, filename, lineno, file, line))


# Ours, in whose place the program may put others.
_showwarning_orig, _formatwarning_orig = showwarning, formatwarning


def _show(warning):
    if _recording is not None:
        _recording.append(warning)
        return
    # The program may have deleted it.
    show = globals().get('showwarning', _showwarning_orig)
    if show is _showwarning_orig:
        _write(warning)
    elif not callable(show):
        raise TypeError('warnings.showwarning() must be set to a function or method')
    else:
        show(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


def _write(warning):
    """Writes a warning, as the program's `formatwarning` wants it."""
    file = sys.stderr if warning.file is None else warning.file
    if file is None:
        return
    format = globals().get('formatwarning', _formatwarning_orig)
    text = format(warning.message, warning.category, warning.filename, warning.lineno, warning.line)
    if warning.source is not None and format is _formatwarning_orig:
        text += f'{warning.category.__name__}: Enable tracemalloc to get the object allocation traceback\n'
    file.write(text)


# The list that `catch_warnings(record=True)` fills, or None.
_recording = None


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    """Adds a filter that looks at the message and the module too."""
    _check_action(action)
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    _check_line(lineno)
    _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for a category."""
    _check_action(action)
    _check_line(lineno)
    _add_filter((action, None, category, None, lineno), append)


def _check_action(action):
    if action not in ('error', 'ignore', 'always', 'default', 'module', 'once'):
        raise AssertionError(f'invalid action: {action!r}')


def _check_line(lineno):
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
        return
    if item in filters:
        filters.remove(item)
    filters.insert(0, item)
    # What was said under other filters may be said again.
    _said.clear()


def resetwarnings():
    """Forgets all filters."""
    filters.clear()
    _said.clear()


class catch_warnings:
    """Filters set inside the block end with it; with `record=True`, warnings go to a list instead."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = module
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _recording, filters
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._before = (filters, _recording, showwarning)
        filters = list(filters)
        _said.clear()
        if self._filter is not None:
            simplefilter(*self._filter)
        if self._record:
            _recording = []
            return _recording

    def __exit__(self, *exc_info):
        global _recording, filters, showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters, _recording, showwarning = self._before
        _said.clear()

    def __repr__(self):
        args = ['record=True'] if self._record else []
        if self._module not in (None, sys.modules['warnings']):
            args.append(f'module={self._module!r}')
        return f"{type(self).__name__}({', '.join(args)})"


def _never_awaited(name, text, lineno, is_early):
    """A coroutine has died that nobody awaited: the interpreter's own warning. At the very end, CPython has no module for it any more."""
    filename, module, lineno = ('sys', 'sys', 1) if lineno is None else ('main.py', '__main__', lineno or -1)
    try:
        if is_early:
            warn_explicit(text, RuntimeWarning, filename, lineno, module, source=name)
        elif _lets_through(text, RuntimeWarning(text), RuntimeWarning, lineno, module):
            sys.stderr.write(f'{filename}:{lineno}: RuntimeWarning: {text}\n')
    except RuntimeWarning as warning:
        # Nobody can catch it where it would be raised.
        sys.stderr.write(f'Exception ignored in: <coroutine object {name} at {id(warning):#x}>\n{type(warning).__name__}: {warning}\n')


for _function in (warn, warn_explicit):
    _builtin_function(_function, '_warnings')
