"""Variables whose value depends on the context: each asyncio task runs in its own.

https://docs.python.org/3.11/library/contextvars.html. A copy of a context shares the dict that its variables stand in, until one of the
two changes: it makes a dict of its own then.
"""

import _context
from _types import builtin_function as _builtin_function, final as _final, static_type as _static_type
from types import GenericAlias as _GenericAlias

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_missing = object()


@_final
@_static_type
class Context:
    """A mapping of context variables to values."""

    __module__ = '_contextvars'
    __slots__ = ('_values', '_shared', '_entered', '__weakref__')

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError('Context() does not accept any arguments')
        made = object.__new__(cls)
        made._values = {}
        made._shared = False
        made._entered = False
        return made

    def run(self, /, *args, **kwargs):
        """Calls its first argument in this context: what that sets stays here."""
        if not args:
            raise TypeError('run() missing 1 required positional argument')
        outside = self._enter()
        try:
            return args[0](*args[1:], **kwargs)
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

    def copy(self, /):
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
        _check_var(var)
        return self._values.get(var, default)

    def keys(self, /):
        from _contextviews import keys

        return keys(self._share().keys())

    def values(self, /):
        from _contextviews import values

        return values(self._share().values())

    def items(self, /):
        from _contextviews import items

        return items(self._share().items())

    def __getitem__(self, var):
        _check_var(var)
        return self._values[var]

    def __contains__(self, var):
        _check_var(var)
        return var in self._values

    def __iter__(self):
        return iter(self._share())

    def __len__(self):
        return len(self._values)

    def __eq__(self, other):
        return self._values == other._values if isinstance(other, Context) else NotImplemented

    def __reduce__(self, /):
        raise _unpicklable(self)

    __hash__ = None


def _check_var(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f'a ContextVar key was expected, got {var!r}')


def _unpicklable(thing):
    kind = type(thing)
    return TypeError(f"cannot pickle '{kind.__module__}.{kind.__name__}' object")


_context.swap(Context())


def copy_context():
    """A copy of the current context."""
    return _context.current().copy()


@_final
@_static_type
class ContextVar:
    """A variable with a value in each context."""

    __module__ = '_contextvars'
    __slots__ = ('_name', '_default')

    def __new__(cls, name, /, *, default=_missing):
        if not isinstance(name, str):
            raise TypeError('context variable name must be a str')
        made = object.__new__(cls)
        made._name = name
        made._default = default
        return made

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        raise AttributeError('readonly attribute')

    @name.deleter
    def name(self):
        raise AttributeError('readonly attribute')

    def get(self, default=_missing, /):
        value = _context.current()._values.get(self, _missing)
        if value is _missing:
            value = self._default if default is _missing else default
            if value is _missing:
                raise LookupError(self)
        return value

    def set(self, value, /):
        context = _context.current()
        token = object.__new__(Token)
        token._context = context
        token._var = self
        token._old_value = context._values.get(self, Token.MISSING)
        token._used = False
        context._own()[self] = value
        return token

    def reset(self, token, /):
        """Gives the variable the value that it had before the `set` which made this token."""
        if not isinstance(token, Token):
            raise TypeError(f'expected an instance of Token, got {token!r}')
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token._var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        context = _context.current()
        if token._context is not context:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        values = context._own()
        if token._old_value is Token.MISSING:
            values.pop(self, None)
        else:
            values[self] = token._old_value

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'

    def __reduce__(self, /):
        raise _unpicklable(self)

    __class_getitem__ = classmethod(_GenericAlias)


class _Missing:
    __module__ = 'Token'

    def __repr__(self):
        return '<Token.MISSING>'


_Missing.__name__ = _Missing.__qualname__ = 'MISSING'
_static_type(_Missing)


@_final
@_static_type
class Token:
    """What `ContextVar.set` gives, to go back by `reset`."""

    __module__ = '_contextvars'
    __slots__ = ('_context', '_used', '_var', '_old_value')

    MISSING = _Missing()

    def __new__(cls, *args, **kwargs):
        raise RuntimeError('Tokens can only be created by ContextVars')

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return self._old_value

    def __repr__(self):
        used = ' used' if self._used else ''
        return f'<Token{used} var={self._var!r} at {id(self):#x}>'

    def __reduce__(self, /):
        raise _unpicklable(self)

    __hash__ = None
    __class_getitem__ = classmethod(_GenericAlias)


_builtin_function(copy_context, '_contextvars')
