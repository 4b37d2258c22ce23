"""The special methods that mocks have or may be given, and how a spec may be called."""

import inspect

from unittest._calls import DEFAULT

# Methods that a mock may be given: what `Mock` lets be set, and what `MagicMock` has from the beginning.
_BINARY = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow divmod'.split()
SETTABLE = {
    f'__{name}__'
    for name in (
        'lt gt le ge eq ne int contains len enter exit complex float bool index round trunc floor ceil hash str sizeof fspath getitem setitem '
        'delitem iter next reversed missing neg pos abs invert call format repr dir subclasses get set delete getformat aenter aexit aiter '
        'anext copy deepcopy reduce'
    ).split()
}
SETTABLE |= {f'__{prefix}{name}__' for name in _BINARY for prefix in ('', 'r', 'i')}
MAGIC = SETTABLE - {
    f'__{name}__'
    for name in ('call format repr dir subclasses get set delete getformat next reversed missing copy deepcopy reduce').split()
}
MAGIC -= {f'__r{name}__' for name in _BINARY}
ASYNC = {'__aenter__', '__aexit__', '__anext__'}

_RETURN_VALUES = {
    '__lt__': NotImplemented,
    '__gt__': NotImplemented,
    '__le__': NotImplemented,
    '__ge__': NotImplemented,
    '__int__': 1,
    '__contains__': False,
    '__len__': 0,
    '__exit__': False,
    '__complex__': 1j,
    '__float__': 1.0,
    '__bool__': True,
    '__index__': 1,
    '__aexit__': False,
}


class MagicMethod:
    """A special method of magic mocks: a mock, made as it is first asked for."""

    def __init__(self, name):
        self._name = name

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        name = self._name
        own = obj.__dict__
        if own['_mock_methods'] is not None and name not in own['_mock_methods']:
            raise AttributeError(name)
        child = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        own['_mock_children'][name] = child
        if name in _RETURN_VALUES:
            child.return_value = _RETURN_VALUES[name]
        elif name in _COMPUTED:
            child.side_effect = _COMPUTED[name](obj, child)
        setattr(type(obj), name, child)
        return child


def _eq(mock, method):
    def effect(other):
        return (
            method.__dict__['_mock_return_value']
            if method.__dict__['_mock_return_value'] is not DEFAULT
            else (True if mock is other else NotImplemented)
        )

    return effect


def _ne(mock, method):
    def effect(other):
        return DEFAULT if method.__dict__['_mock_return_value'] is not DEFAULT else False if mock is other else NotImplemented

    return effect


def _iterate(make):
    def for_mock(mock, method):
        def effect():
            value = method.__dict__['_mock_return_value']
            return make([] if value is DEFAULT else value)

        return effect

    return for_mock


async def _async_iterate(values):
    for value in values:
        yield value


def _plain(function):
    def for_mock(mock, method):
        def effect():
            return DEFAULT if method.__dict__['_mock_return_value'] is not DEFAULT else function(mock)

        return effect

    return for_mock


_COMPUTED = {
    '__eq__': _eq,
    '__ne__': _ne,
    '__iter__': _iterate(iter),
    '__aiter__': _iterate(_async_iterate),
    '__str__': _plain(object.__str__),
    '__hash__': _plain(object.__hash__),
    '__sizeof__': _plain(object.__sizeof__),
}


def signature_of(spec, is_instance):
    """How a spec may be called, as far as that can be known."""
    try:
        if isinstance(spec, type):
            if is_instance:
                spec = spec.__call__
            else:
                return inspect.signature(spec)
        elif not callable(spec):
            return None
        elif not inspect.isroutine(spec):
            spec = spec.__call__
        return inspect.signature(spec)
    except (AttributeError, TypeError, ValueError):
        return None
