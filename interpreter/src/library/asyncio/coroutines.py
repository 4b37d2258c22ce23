"""What counts as a coroutine, and how one is shown."""

from _sys import _getframe
from types import CoroutineType, FunctionType, GeneratorType

# Set on a callable that is to count as a coroutine function.
_is_coroutine = object()

_COROUTINE = 0x80


def iscoroutine(obj):
    """Whether `obj` is a coroutine, a generator, or has a coroutine's methods."""
    kind = type(obj)
    if kind is CoroutineType or kind is GeneratorType:
        return True
    for name in ('send', 'throw', 'close', '__await__'):
        if not hasattr(kind, name):
            return False
    return True


def iscoroutinefunction(func):
    """Whether a call of `func` gives a coroutine."""
    inner = getattr(func, '__func__', func)
    if type(inner) is FunctionType and inner.__code__.co_flags & _COROUTINE:
        return True
    return getattr(func, '_is_coroutine', None) is _is_coroutine


def describe(coro):
    """A coroutine as the `repr` of its task shows it: its name, and where it is."""
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None) or f'<{type(coro).__name__} without __name__>'
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if code is None:
        running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
        return f'{name}() running' if running else f'{name}()'
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    if frame is None:
        return f'{name}() done, defined at {code.co_filename}:{code.co_firstlineno}'
    line = _line_now(code) if getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False) else frame.f_lineno
    return f'{name}() running at {code.co_filename}:{line}'


def _line_now(code):
    """The line that the outermost running frame of this code stands on: while it runs, its object's frame can't be looked at."""
    line = code.co_firstlineno
    frame = _getframe()
    while frame is not None:
        if frame.f_code is code:
            line = frame.f_lineno
        frame = frame.f_back
    return line
