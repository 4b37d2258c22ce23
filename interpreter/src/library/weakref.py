"""References that do not keep their object alive, and collections of them.

https://docs.python.org/3.11/library/weakref.html
"""

from _types import builtin_class as _class, builtin_function as _builtin_function, final as _final, static_type as _static_type
from _types import getweakrefs
from _weakrefset import WeakSet
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping
import sys

__all__ = [
    'CallableProxyType',
    'ProxyType',
    'ProxyTypes',
    'ReferenceType',
    'WeakKeyDictionary',
    'WeakMethod',
    'WeakSet',
    'WeakValueDictionary',
    'finalize',
    'getweakrefcount',
    'getweakrefs',
    'proxy',
    'ref',
]

ref = ReferenceType = _class('ReferenceType')


def getweakrefcount(object, /):
    """How many weak references there are to an object."""
    return len(getweakrefs(object))


class WeakValueDictionary(_MutableMapping):
    """A dict whose entries go when their values die."""

    def __init__(self, other=(), /, **kw):
        self._refs = {}
        self.update(other, **kw)

    def _remover(self, key):
        # Holds the table, not the dictionary that it belongs to.
        table = self._refs

        def remove(dead):
            if table.get(key) is dead:
                del table[key]

        return remove

    def __setitem__(self, key, value):
        self._refs[key] = ref(value, self._remover(key))

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self._refs[key]

    def get(self, key, default=None):
        known = self._refs.get(key)
        value = None if known is None else known()
        return default if value is None else value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            value = self[key] = default
        return value

    def pop(self, key, *default):
        value = self.get(key)
        if value is None:
            if default:
                return default[0]
            raise KeyError(key)
        del self._refs[key]
        return value

    def update(self, other=(), /, **kw):
        for key, value in other.items() if hasattr(other, 'items') else other:
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def clear(self):
        self._refs.clear()

    def items(self):
        for key, known in list(self._refs.items()):
            value = known()
            if value is not None:
                yield key, value

    def keys(self):
        for key, _ in self.items():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self.items():
            yield value

    def valuerefs(self):
        return list(self._refs.values())

    def itervaluerefs(self):
        yield from list(self._refs.values())

    def popitem(self):
        while True:
            key, known = self._refs.popitem()
            value = known()
            if value is not None:
                return key, value

    def copy(self):
        return WeakValueDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        return type(self)({deepcopy(key, memo): value for key, value in self.items()})

    def __or__(self, other):
        return _merged(self.copy(), other)

    def __ror__(self, other):
        return _merged(_merged(type(self)(), other), self)

    def __ior__(self, other):
        self.update(other)
        return self

    def __contains__(self, key):
        return self.get(key) is not None

    def __len__(self):
        return len(list(self.items()))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


def _merged(mapping, other):
    if mapping is NotImplemented or not isinstance(other, _Mapping):
        return NotImplemented
    mapping.update(other)
    return mapping


class WeakKeyDictionary(_MutableMapping):
    """A dict whose entries go when their keys die."""

    def __init__(self, dict=None):
        self._entries = {}
        if dict is not None:
            self.update(dict)

    def __setitem__(self, key, value):
        entries = self._entries
        self._entries[ref(key, lambda dead: entries.pop(dead, None))] = value

    def __getitem__(self, key):
        return self._entries[ref(key)]

    def __delitem__(self, key):
        del self._entries[ref(key)]

    def get(self, key, default=None):
        return self._entries.get(ref(key), default)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        return self._entries.pop(ref(key), *default)

    def update(self, dict=None, /, **kwargs):
        for key, value in dict.items() if hasattr(dict, 'items') else dict or ():
            self[key] = value

    def items(self):
        for known, value in list(self._entries.items()):
            key = known()
            if key is not None:
                yield key, value

    def keys(self):
        for key, _ in self.items():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self.items():
            yield value

    def keyrefs(self):
        return list(self._entries)

    def popitem(self):
        while True:
            known, value = self._entries.popitem()
            key = known()
            if key is not None:
                return key, value

    def copy(self):
        return WeakKeyDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def __or__(self, other):
        return _merged(self.copy(), other)

    def __ror__(self, other):
        return _merged(_merged(type(self)(), other), self)

    def __ior__(self, other):
        self.update(other)
        return self

    def __contains__(self, key):
        try:
            return ref(key) in self._entries
        except TypeError:
            return False

    def __len__(self):
        return len(list(self.items()))

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'


class WeakMethod(ref):
    """A weak reference to a bound method: dead once its object is."""

    __slots__ = ('_kind', '_function', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, obj, callback)
        self._kind = type(meth)
        self._function = ref(func)
        return self

    def __call__(self):
        obj, func = super().__call__(), self._function()
        if obj is None or func is None:
            return None
        return self._kind(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        return ref.__eq__(self, other) and self._function == other._function

    __hash__ = ref.__hash__


class finalize:
    """Calls a function when an object dies."""

    __slots__ = ('_atexit', '_ref', '_call')

    _alive = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        self._atexit = True
        self._ref = ref(obj, self)
        self._call = (func, args, kwargs)
        self._alive[id(self)] = self

    def __call__(self, _=None):
        """Calls the function now, if it was not called yet."""
        if self._alive.pop(id(self), None) is not None:
            func, args, kwargs = self._call
            self._call = None
            return func(*args, **kwargs)

    def detach(self):
        """Forgets the function, and gives back what would have been called for which object."""
        obj = self._ref()
        if obj is not None and self._alive.pop(id(self), None) is not None:
            return (obj, *self._call)

    def peek(self):
        """What would be called for which object."""
        obj = self._ref()
        if obj is not None and self.alive:
            return (obj, *self._call)

    @property
    def alive(self):
        return id(self) in self._alive

    @property
    def atexit(self):
        """Whether it is called at the end of the program, where it was not before."""
        return self.alive and self._atexit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._atexit = bool(value)

    @classmethod
    def _run_at_exit(cls):
        """The program has ended: calls those that are still to be called, the newest first."""
        while True:
            waiting = [one for one in cls._alive.values() if one.atexit]
            if not waiting:
                break
            try:
                waiting[-1]()
            except Exception as error:
                sys.excepthook(type(error), error, error.__traceback__)
            except BaseException as error:
                sys.stderr.write(f'Exception ignored in atexit callback: <bound method finalize._exitfunc of {cls}>\n')
                sys.__excepthook__(type(error), error, error.__traceback__)
                break
        # The others are not called any more, whatever dies.
        cls._alive.clear()

    def __repr__(self):
        obj = self._ref()
        if not self.alive or obj is None:
            return f'<finalize object at {id(self):#x}; dead>'
        return f'<finalize object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'


class _Proxy:
    """Stands for an object without keeping it alive."""

    def __new__(cls, *args, **kwargs):
        raise TypeError(f"cannot create 'weakref.{cls.__name__}' instances")

    def __getattr__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __bool__(self):
        return bool(_alive(self))

    def __len__(self):
        return len(_alive(self))

    def __iter__(self):
        return iter(_alive(self))

    def __contains__(self, item):
        return item in _alive(self)

    def __getitem__(self, key):
        return _alive(self)[key]

    def __setitem__(self, key, value):
        _alive(self)[key] = value

    def __index__(self):
        return _alive(self).__index__()

    def __int__(self):
        return int(_alive(self))

    def __float__(self):
        return float(_alive(self))

    def __next__(self):
        return next(_alive(self))

    def __str__(self):
        return str(_alive(self))

    def __repr__(self):
        obj = object.__getattribute__(self, '_ref')()
        return f'<weakproxy at {id(self):#x} to {type(obj).__name__} at {id(obj):#x}>'

    @property
    def __class__(self):
        return _alive(self).__class__

    __hash__ = None


class ProxyType(_Proxy):
    def __bytes__(self):
        return bytes(_alive(self))

    def __reversed__(self):
        return reversed(_alive(self))


class CallableProxyType(_Proxy):
    """The same for what can be called."""

    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def _forward(name):
    """Has an operator done by the object that a proxy stands for."""
    import operator

    method = getattr(operator, name)

    def forward(self, *others):
        return method(_alive(self), *[_alive(other) if type(other) in ProxyTypes else other for other in others])

    def reflected(self, other):
        return method(other, _alive(self))

    setattr(_Proxy, name, forward)
    setattr(_Proxy, f'__r{name[2:]}', reflected)


def _forward_divmod(self, other):
    return divmod(_alive(self), other)


def _forward_in_place(name):
    import operator

    method = getattr(operator, name.strip('_'))
    setattr(_Proxy, name, lambda self, other: method(_alive(self), other))


_Proxy.__divmod__ = _forward_divmod
for _name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and', 'or', 'xor', 'lshift', 'rshift', 'matmul'):
    _forward_in_place(f'__i{_name}__')
for _name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'and', 'or', 'xor', 'lshift', 'rshift', 'matmul'):
    _forward(f'__{_name}__')
for _name in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'neg', 'pos', 'abs', 'invert', 'delitem'):
    _forward(f'__{_name}__')


_new, _set = object.__new__, object.__setattr__


def _alive(proxy):
    obj = object.__getattribute__(proxy, '_ref')()
    if obj is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return obj


def proxy(object, callback=None, /):
    """An object that stands for another without keeping it alive."""
    made = _new(CallableProxyType if callable(object) else ProxyType)
    _set(made, '_ref', ref(object, lambda dead: None if callback is None else callback(made)))
    return made


for _type in ProxyTypes:
    _final(_static_type(_type))
del _type


for _function in (getweakrefcount, proxy):
    _builtin_function(_function, '_weakref')
del _function
