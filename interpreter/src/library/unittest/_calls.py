"""Calls of mocks as they are kept and compared, and objects that stand for something."""

import pprint

__all__ = ['ANY', 'DEFAULT', 'call', 'sentinel']


class _Sentinel:
    """An object that is nothing but itself."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'


class _Sentinels:
    """Makes an object for each name, always the same one."""

    def __init__(self):
        self._made = {}

    def __getattr__(self, name):
        if name == '__bases__':
            raise AttributeError
        return self._made.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


_Any.__name__ = '_ANY'
ANY = _Any()


class _CallList(list):
    """Calls in their order; calls that stand in it one right after the other are `in` it."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        return any([list(self[start : start + len(value)]) == list(value) for start in range(len(self) - len(value) + 1)])

    def __repr__(self):
        return pprint.pformat(list(self))


class _Call(tuple):
    """A call: its arguments, and the name of what was called. Parts that are left out stand for nothing."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        given_name, args, kwargs = _split(value)
        if len(value) == 3 or value and isinstance(value[0], str):
            name = given_name
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def _parts(self):
        """The name, the arguments and the keywords."""
        return ('', *self) if len(self) == 2 else tuple(self)

    @property
    def args(self):
        return self._parts()[1]

    @property
    def kwargs(self):
        return self._parts()[2]

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        name, args, kwargs = self._parts()
        if isinstance(other, _Call):
            return (name, args, kwargs) == other._parts() and _same_path(self, other)
        if not isinstance(other, tuple) or len(other) > 3:
            return False
        other_name, other_args, other_kwargs = _split(other)
        if name and other_name != name:
            return False
        return (other_args, other_kwargs) == (args, kwargs)

    __ne__ = object.__ne__

    def __hash__(self):
        raise TypeError("unhashable type: 'dict'")

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(('', args, kwargs), name='()')
        name = self._mock_name + '()'
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if attr.startswith('__') or attr in ('_mock_name', '_mock_parent', '_mock_from_kall'):
            raise AttributeError(attr)
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        if attr in ('count', 'index'):
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    def call_list(self):
        """The calls on the way to this one, and this one."""
        calls = []
        call = self
        while call is not None:
            if call._mock_from_kall:
                calls.append(call)
            call = call._mock_parent
        return _CallList(reversed(calls))

    def _shown_as(self, name):
        _, args, kwargs = self._parts()
        shown = [repr(value) for value in args] + [f'{key}={value!r}' for key, value in kwargs.items()]
        return f"{name}({', '.join(shown)})"

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return f'call{name}' if name.startswith('()') else name
        name = self._parts()[0]
        if not name:
            return self._shown_as('call')
        return self._shown_as(f'call{name}' if name.startswith('()') else f'call.{name}')


def _same_path(one, other):
    """Whether what the calls were made on comes from the same calls."""
    first, second = one._mock_parent, other._mock_parent
    return first is None or second is None or first == second


def _split(value):
    """The name, the arguments and the keywords of a call in any of its forms."""
    name, args, kwargs = '', (), {}
    if len(value) == 3:
        name, args, kwargs = value
    elif len(value) == 2:
        first, second = value
        if isinstance(first, str):
            name = first
            args, kwargs = (second, {}) if isinstance(second, tuple) else ((), second)
        else:
            args, kwargs = first, second
    elif len(value) == 1:
        (only,) = value
        if isinstance(only, str):
            name = only
        elif isinstance(only, tuple):
            args = only
        else:
            kwargs = only
    return name, args, kwargs


call = _Call(from_kall=False)
