"""Abstract classes of containers, iterators and awaitables: what one can do, and what follows from it.

https://docs.python.org/3.11/library/collections.abc.html. The classes with a hook recognise whatever has their methods; the others have
to be inherited from or registered with, and give methods to those who inherit.
"""

from _collections import deque as _deque
from _types import match_as as _match_as
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from types import (
    AsyncGeneratorType as _AsyncGeneratorType,
    CoroutineType as _CoroutineType,
    GeneratorType as _GeneratorType,
    GenericAlias as _GenericAlias,
    MappingProxyType as _MappingProxyType,
)

__all__ = [
    'Awaitable',
    'Coroutine',
    'AsyncIterable',
    'AsyncIterator',
    'AsyncGenerator',
    'Hashable',
    'Iterable',
    'Iterator',
    'Generator',
    'Reversible',
    'Sized',
    'Container',
    'Callable',
    'Collection',
    'Set',
    'MutableSet',
    'Mapping',
    'MutableMapping',
    'MappingView',
    'KeysView',
    'ItemsView',
    'ValuesView',
    'Sequence',
    'MutableSequence',
    'ByteString',
]


def _has(cls, *names):
    """Whether `cls` has all these methods, none of them set to None."""
    for name in names:
        for base in cls.__mro__:
            attributes = base.__dict__
            if name in attributes:
                if attributes[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _recognises(*names):
    """A `__subclasshook__` that looks for these methods, in the very class that it is written in."""

    def __subclasshook__(cls, other):
        # A subclass asks for more than these methods.
        if cls.__dict__.get('__subclasshook__') is hook:
            return _has(other, *names)
        return NotImplemented

    hook = classmethod(__subclasshook__)
    return hook


class Hashable(metaclass=_ABCMeta):
    """What `hash` takes."""

    __slots__ = ()

    @_abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _recognises('__hash__')


class Awaitable(metaclass=_ABCMeta):
    """What `await` takes."""

    __slots__ = ()

    @_abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _recognises('__await__')
    __class_getitem__ = classmethod(_GenericAlias)


class Coroutine(Awaitable):
    """What has the methods of a coroutine."""

    __slots__ = ()

    @_abstractmethod
    def send(self, value):
        raise StopIteration

    @_abstractmethod
    def throw(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    def close(self):
        """Throws GeneratorExit into it, which it must not swallow by going on."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('coroutine ignored GeneratorExit')

    __subclasshook__ = _recognises('__await__', 'send', 'throw', 'close')


class AsyncIterable(metaclass=_ABCMeta):
    """What `async for` takes."""

    __slots__ = ()

    @_abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _recognises('__aiter__')
    __class_getitem__ = classmethod(_GenericAlias)


class AsyncIterator(AsyncIterable):
    """What `anext` takes."""

    __slots__ = ()

    @_abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _recognises('__anext__', '__aiter__')


class AsyncGenerator(AsyncIterator):
    """What has the methods of an async generator."""

    __slots__ = ()

    async def __anext__(self):
        return await self.asend(None)

    @_abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @_abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    async def aclose(self):
        """Throws GeneratorExit into it, which it must not swallow by going on."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')

    __subclasshook__ = _recognises('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')


class Iterable(metaclass=_ABCMeta):
    """What `for` takes."""

    __slots__ = ()

    @_abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _recognises('__iter__')
    __class_getitem__ = classmethod(_GenericAlias)


class Iterator(Iterable):
    """What `next` takes."""

    __slots__ = ()

    @_abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _recognises('__iter__', '__next__')


class Reversible(Iterable):
    """What `reversed` takes."""

    __slots__ = ()

    @_abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _recognises('__reversed__', '__iter__')


class Generator(Iterator):
    """What has the methods of a generator."""

    __slots__ = ()

    def __next__(self):
        return self.send(None)

    @_abstractmethod
    def send(self, value):
        raise StopIteration

    @_abstractmethod
    def throw(self, typ, val=None, tb=None):
        _raise(typ, val, tb)

    def close(self):
        """Throws GeneratorExit into it, which it must not swallow by going on."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('generator ignored GeneratorExit')

    __subclasshook__ = _recognises('__iter__', '__next__', 'send', 'throw', 'close')


def _raise(typ, val, tb):
    """What the abstract `throw` does: raises."""
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


class Sized(metaclass=_ABCMeta):
    """What `len` takes."""

    __slots__ = ()

    @_abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _recognises('__len__')


class Container(metaclass=_ABCMeta):
    """What `in` takes."""

    __slots__ = ()

    @_abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _recognises('__contains__')
    __class_getitem__ = classmethod(_GenericAlias)


class Collection(Sized, Iterable, Container):
    """What has a length, items, and can be asked for one."""

    __slots__ = ()

    __subclasshook__ = _recognises('__len__', '__iter__', '__contains__')


class _CallableGenericAlias(_GenericAlias):
    """`Callable[[int], str]`."""

    def __init__(self, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        flat = (*parameters, result) if isinstance(parameters, (list, tuple)) else (parameters, result)
        super().__init__(origin, flat)

    def __getitem__(self, item):
        *parameters, result = super().__getitem__(item).__args__
        return _CallableGenericAlias(self.__origin__, (parameters, result))

    def __repr__(self):
        whole = repr(_GenericAlias(tuple, self.__args__))[len('tuple[') : -1]
        if len(self.__args__) == 2 and self.__args__[0] is ...:
            return f'collections.abc.Callable[{whole}]'
        parameters = repr(_GenericAlias(tuple, self.__args__[:-1]))[len('tuple[') : -1] if len(self.__args__) > 1 else ''
        result = repr(_GenericAlias(tuple, self.__args__[-1:]))[len('tuple[') : -1]
        return f'collections.abc.Callable[[{parameters}], {result}]'


class Callable(metaclass=_ABCMeta):
    """What can be called."""

    __slots__ = ()

    @_abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _recognises('__call__')
    __class_getitem__ = classmethod(_CallableGenericAlias)


class Set(Collection):
    """A set, as far as `__contains__`, `__iter__` and `__len__` tell."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Makes the results of the operators; to be overridden where the class is not made of an iterable."""
        return cls(it)

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        if len(self) > len(other):
            return False
        for item in self:
            if item not in other:
                return False
        return True

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        if len(self) < len(other):
            return False
        for item in other:
            if item not in self:
                return False
        return True

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for item in other if item in self)

    __rand__ = __and__

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(item for group in (self, other) for item in group)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(item for item in self if item not in other)

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(item for item in other if item not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    def isdisjoint(self, other):
        """Whether they have no item in common."""
        for item in other:
            if item in self:
                return False
        return True

    def _hash(self):
        """A hash of the items, for immutable sets."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that can change: `add` and `discard` are its own."""

    __slots__ = ()

    @_abstractmethod
    def add(self, value):
        raise NotImplementedError

    @_abstractmethod
    def discard(self, value):
        raise NotImplementedError

    def remove(self, value):
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        while True:
            try:
                self.pop()
            except KeyError:
                return

    def __isub__(self, it):
        if it is not self:
            for member in it:
                self.discard(member)
            return self
        self.clear()
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        for member in it if isinstance(it, Set) else self._from_iterable(it):
            change = self.discard if member in self else self.add
            change(member)
        return self

    def __iand__(self, it):
        for member in self - it:
            self.discard(member)
        return self

    def __ior__(self, it):
        for member in it:
            self.add(member)
        return self


class Mapping(Collection):
    """A mapping: `__getitem__`, `__iter__` and `__len__` are its own."""

    __slots__ = ()
    __reversed__ = None

    @_abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def keys(self):
        return KeysView(self)

    def items(self):
        return ItemsView(self)

    def values(self):
        return ValuesView(self)

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())


class MappingView(Sized):
    """A view of a mapping."""

    __slots__ = ('_mapping',)
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{type(self).__name__}({self._mapping!r})'


class KeysView(MappingView, Set):
    """The keys of a mapping."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)


class ItemsView(MappingView, Set):
    """The entries of a mapping, as pairs."""

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            mine = self._mapping[key]
        except KeyError:
            return False
        return mine is value or mine == value

    def __iter__(self):
        for key in self._mapping:
            yield key, self._mapping[key]


class ValuesView(MappingView, Collection):
    """The values of a mapping."""

    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:
            mine = self._mapping[key]
            if mine is value or mine == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


_missing = object()


_match_as(Mapping, 'mapping')


class MutableMapping(Mapping):
    """A mapping that can change: `__setitem__` and `__delitem__` too are its own."""

    __slots__ = ()

    @_abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @_abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_missing):
        try:
            value = self[key]
        except KeyError:
            if default is _missing:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping) or hasattr(other, 'keys'):
            for key in other if isinstance(other, Mapping) else other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key in kwds:
            self[key] = kwds[key]

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


class Sequence(Reversible, Collection):
    """A sequence: `__getitem__` and `__len__` are its own."""

    __slots__ = ()

    @_abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        try:
            while True:
                yield self[position]
                position += 1
        except IndexError:
            return

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        for position in reversed(range(len(self))):
            yield self[position]

    def index(self, value, start=0, stop=None):
        """Where `value` stands first."""
        if start is not None and start < 0:
            start = max(len(self) + start, 0)
        if stop is not None and stop < 0:
            stop += len(self)
        position = start
        while stop is None or position < stop:
            try:
                item = self[position]
            except IndexError:
                break
            if item is value or item == value:
                return position
            position += 1
        raise ValueError

    def count(self, value):
        """How many items are equal to `value`."""
        found = 0
        for item in self:
            if item is value or item == value:
                found += 1
        return found


_match_as(Sequence, 'sequence')


class ByteString(Sequence):
    """bytes and bytearray."""

    __slots__ = ()


class MutableSequence(Sequence):
    """A sequence that can change: `__setitem__`, `__delitem__` and `insert` too are its own."""

    __slots__ = ()

    @_abstractmethod
    def insert(self, index, value):
        raise IndexError

    @_abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @_abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def clear(self):
        try:
            while True:
                self.pop()
        except IndexError:
            pass

    def reverse(self):
        size = len(self)
        for position in range(size // 2):
            other = size - position - 1
            self[position], self[other] = self[other], self[position]

    def extend(self, values):
        for value in list(values) if values is self else values:
            self.append(value)

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


# The built-in types that join without inheriting, one list a class.
Coroutine._abc_impl = [_CoroutineType]
Generator._abc_impl = [_GeneratorType]
AsyncGenerator._abc_impl = [_AsyncGeneratorType]
Set._abc_impl = [frozenset]
MutableSet._abc_impl = [set]
Mapping._abc_impl = [_MappingProxyType]
MutableMapping._abc_impl = [dict]
KeysView._abc_impl = [type({}.keys())]
ItemsView._abc_impl = [type({}.items())]
ValuesView._abc_impl = [type({}.values())]
Sequence._abc_impl = [tuple, str, range]
ByteString._abc_impl = [bytes, bytearray]
MutableSequence._abc_impl = [list, bytearray, _deque]
