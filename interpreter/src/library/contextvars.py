"""Variables whose value depends on the context: each asyncio task runs in its own.

https://docs.python.org/3.11/library/contextvars.html. A copy of a context shares the dict that its variables stand in, until one of the
two changes: it makes a dict of its own then.
"""

import _context
from _types import builtin_function as _builtin_function

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_missing = object()


class Context:
    """A mapping of context variables to values."""

    def __init__(self):
        self._values = {}
        self._shared = False
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        """Calls `callable` in this context: what it sets stays here."""
        outside = self._enter()
        try:
            return callable(*args, **kwargs)
        finally:
            self._leave(outside)

    def _enter(self):
        """Makes it the current context; gives the one outside of it."""
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._entered = True
        return _context.swap(self)

    def _leave(self, outside):
        self._entered = False
        _context.swap(outside)

    def copy(self):
        made = Context()
        made._values = self._share()
        made._shared = True
        return made

    def _share(self):
        """The dict, for somebody who must not see changes."""
        self._shared = True
        return self._values

    def _own(self):
        """The dict, to be changed."""
        if self._shared:
            self._values = dict(self._values)
            self._shared = False
        return self._values

    def get(self, var, default=None, /):
        return self._values.get(var, default)

    def keys(self):
        return self._share().keys()

    def values(self):
        return self._share().values()

    def items(self):
        return self._share().items()

    def __getitem__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return self._values[var]

    def __contains__(self, var):
        if not isinstance(var, ContextVar):
            raise TypeError(f'a ContextVar key was expected, got {var!r}')
        return var in self._values

    def __iter__(self):
        return iter(self._share())

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    __hash__ = None


_context.swap(Context())


def copy_context():
    """A copy of the current context."""
    return _context.current().copy()


class ContextVar:
    """A variable with a value in each context."""

    def __init__(self, name, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        self.name = name
        self._default = default

    def get(self, default=_missing, /):
        value = _context.current()._values.get(self, _missing)
        if value is _missing:
            value = self._default if default is _missing else default
            if value is _missing:
                raise LookupError(self)
        return value

    def set(self, value, /):
        context = _context.current()
        token = Token(context, self, context._values.get(self, _missing))
        context._own()[self] = value
        return token

    def reset(self, token, /):
        """Gives the variable the value that it had before the `set` which made this token."""
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _context.current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        values = context._own()
        if token.old_value is Token.MISSING:
            values.pop(self, None)
        else:
            values[self] = token.old_value

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


class _Missing:
    def __repr__(self):
        return '<Token.MISSING>'


class Token:
    """What `ContextVar.set` gives, to go back by `reset`."""

    MISSING = _Missing()

    def __init__(self, context, var, old_value):
        self._context = context
        self._used = False
        self.var = var
        self.old_value = Token.MISSING if old_value is _missing else old_value

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self.var!r} at {id(self):#x}>'


_builtin_function(copy_context, '_contextvars')
