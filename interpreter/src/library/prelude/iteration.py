# Iteration, and the built-in classes of iterators that call back into the program.

BUILTINS += ('enumerate', 'zip', 'map', 'filter')


def iter_of(iterable):
    method = None
    if _lookup(type(iterable), '__iter__') is not None:
        method = looked_up_or_lost(iterable, '__iter__') if _own(iterable, '__iter__') is not None else _special(iterable, '__iter__')
        if method is None and _special(iterable, '__getitem__') is not None and looked_up_or_lost(iterable, '__getitem__') is not None:
            return sequence_iterator(iterable)
    if method is None or method is _uncallable:
        raise TypeError(f"'{_type_name(iterable)}' object is not iterable")
    iterator = method()
    if _special(iterator, '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{_type_name(iterator)}'")
    return iterator


def set_state_with_index(iterator, state):
    iterator.__setstate__(index(state))


def list_of(iterable):
    values = []
    list_extend(values, iterable)
    return values


def _ask_length(iterable):
    """How much there is to come, as C asks before it takes all of it: `__len__`, and where that can't tell `__length_hint__`."""
    if _special(iterable, '__len__') is not None:
        if _own(iterable, '__len__') is None:
            return None
        try:
            return len(iterable)
        except TypeError:
            pass
    method = looked_up(iterable, '__length_hint__')
    return None if method is None else _hinted(method)


def _hinted(method):
    try:
        hint = method()
    except TypeError:
        return None
    if hint is NotImplemented:
        return None
    if not _is_a(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {_type_name(hint)}')
    hint = int.__int__(hint)
    if not -_MOST - 1 <= hint <= _MOST:
        raise OverflowError('Python int too large to convert to C ssize_t')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint


# The largest size there is.
_MOST = 2**63 - 1


def sequence_of(iterable, complaint):
    """What C takes by its function for any sequence: a list, or the iterable itself where that is a list or a tuple."""
    if type(iterable) is list or type(iterable) is tuple:
        return iterable
    iterator = None
    try:
        iterator = iter(iterable)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(complaint)
    # C makes a list of it, which asks for an iterator once more.
    return list_of(iterator)


def _take(values, iterator):
    """Appends all that is to come. The iterator is asked for nothing else: not for itself once more."""
    append = list.append
    if _gives_itself(iterator):
        for value in iterator:
            append(values, value)
        return
    end = object()
    while (value := next(iterator, end)) is not end:
        append(values, value)


def _gives_itself(iterator):
    """Whether a `for` may run over what `iter` has given: it asks for an iterator once more, and one of the program's would see that."""
    return _own(iterator, '__next__') is None


_nothing = object()


class sequence_iterator:
    """Over what has `__getitem__` alone."""

    __module__ = 'builtins'
    __qualname__ = 'iterator'
    __slots__ = ('_sequence', '_at')

    def __init__(self, sequence):
        self._sequence = sequence
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            raise StopIteration
        at = self._at
        try:
            value = self._sequence[at]
            self._at = at + 1
        except (IndexError, StopIteration):
            self._at = -1
            self._sequence = None
        if self._at < 0:
            raise StopIteration
        return value

    def __length_hint__(self):
        if self._at < 0:
            return 0
        if _special(self._sequence, '__len__') is None:
            return NotImplemented
        length = len(self._sequence)
        return length - self._at if self._at < length else 0


sequence_iterator.__name__ = 'iterator'
_static_type(sequence_iterator)


@_final
@_static_type
class callable_iterator:
    """`iter(function, sentinel)`."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_sentinel')

    def __init__(self, function, sentinel):
        if not callable(function):
            raise TypeError('iter(v, w): v must be callable')
        self._function = function
        self._sentinel = sentinel

    def __iter__(self):
        return self

    def __next__(self):
        if self._function is None:
            raise StopIteration
        value = self._function()
        if value is self._sentinel or value == self._sentinel:
            self._function = None
            raise StopIteration
        return value


class reversed_sequence:
    """`reversed` of what has `__len__` and `__getitem__`."""

    __module__ = 'builtins'
    __qualname__ = 'reversed'
    __slots__ = ('_sequence', '_at')

    def __init__(self, sequence):
        self._sequence = sequence
        self._at = len(sequence) - 1

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            raise StopIteration
        at = self._at
        found = False
        try:
            value = self._sequence[at]
            found = True
        except (IndexError, StopIteration):
            pass
        self._at = at - 1 if found else -1
        if not found:
            raise StopIteration
        return value

    def __length_hint__(self):
        length = len(self._sequence)
        return self._at + 1 if self._at < length else 0


reversed_sequence.__name__ = 'reversed'
_static_type(reversed_sequence)


_proxy_type = type(type.__dict__)


@_static_type
class mappingproxy(_proxy_type):
    """A view of a mapping that is no plain dict: everything is asked of that."""

    __module__ = 'builtins'
    __slots__ = ('_mapping',)

    def __new__(cls, mapping, /):
        return _proxy_type(mapping)

    def __getitem__(self, key):
        return self._mapping[key]

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __repr__(self):
        return f'mappingproxy({self._mapping!r})'

    def __str__(self):
        return str(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if type(other) is mappingproxy else other)

    def __ror__(self, other):
        return other | self._mapping

    def __ior__(self, other):
        raise TypeError("'|=' is not supported by mappingproxy; use '|' instead")

    def __eq__(self, other):
        return self._mapping == other

    def __ne__(self, other):
        return self._mapping != other

    def __lt__(self, other):
        return self._mapping < other

    def __le__(self, other):
        return self._mapping <= other

    def __gt__(self, other):
        return self._mapping > other

    def __ge__(self, other):
        return self._mapping >= other

    __hash__ = None


_match_as(mappingproxy, 'mapping')
_final(mappingproxy)
_final(_proxy_type)


def proxy_of(mapping):
    proxy = object.__new__(mappingproxy)
    proxy._mapping = mapping
    return proxy


@made_by_new
@_static_type
class enumerate:
    """Pairs of a number and an item."""

    __module__ = 'builtins'
    __slots__ = ('_next', '_at')

    def __init__(self, iterable=_nothing, start=0):
        if iterable is _nothing:
            place = '' if type(self) is enumerate else ' (pos 1)'
            raise TypeError(f"enumerate() missing required argument 'iterable'{place}")
        self._next = iter(iterable)
        self._at = index(start)

    def __iter__(self):
        return self

    def __next__(self):
        value = next(self._next)
        at = self._at
        self._at = at + 1
        return at, value

    def __reduce__(self, /):
        return type(self), (self._next, self._at)

    def __class_getitem__(cls, item):
        return generic_alias(cls, item)


@made_by_new
@_static_type
class zip:
    """Tuples of one item of each iterable."""

    __module__ = 'builtins'
    __slots__ = ('_iterators', '_strict')

    def __init__(self, *iterables, strict=False):
        self._iterators = [iter(iterable) for iterable in iterables]
        self._strict = bool(strict)

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if not iterators:
            raise StopIteration
        values = []
        try:
            for iterator in iterators:
                values.append(next(iterator))
            return tuple(values)
        except StopIteration:
            if not self._strict:
                raise
        self._check_lengths(len(values))
        raise StopIteration

    def __reduce__(self, /):
        made = type(self), tuple(self._iterators)
        return (*made, True) if self._strict else made

    def __setstate__(self, strict, /):
        self._strict = bool(strict)

    def _check_lengths(self, ended):
        if ended:
            others = 'argument 1' if ended == 1 else f'arguments 1-{ended}'
            raise ValueError(f'zip() argument {ended + 1} is shorter than {others}')
        at = 1
        while at < len(self._iterators):
            try:
                next(self._iterators[at])
            except StopIteration:
                at += 1
                continue
            others = 'argument 1' if at == 1 else f'arguments 1-{at}'
            raise ValueError(f'zip() argument {at + 1} is longer than {others}')


@made_by_new
@_static_type
class map:
    """A function's results for the items of iterables."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_iterators')

    def __init__(self, *args):
        if len(args) < 2:
            raise TypeError('map() must have at least two arguments.')
        self._function = args[0]
        self._iterators = [iter(iterable) for iterable in args[1:]]

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if len(iterators) == 1:
            return self._function(next(iterators[0]))
        return self._function(*[next(iterator) for iterator in iterators])

    def __reduce__(self, /):
        return type(self), (self._function, *self._iterators)


@made_by_new
@_static_type
class filter:
    """The items for which a function's result is true."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_iterator')

    def __init__(self, function, iterable, /):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        if function is None or function is bool:
            while True:
                if value := next(self._iterator):
                    return value
        while True:
            value = next(self._iterator)
            if function(value):
                return value

    def __reduce__(self, /):
        return type(self), (self._function, self._iterator)


class anext_awaitable:
    """What `anext` answers that has a default: the end of the iteration becomes its result."""

    __module__ = 'builtins'
    __slots__ = ('_wrapped', '_default')

    def __init__(self, wrapped, default):
        self._wrapped = wrapped
        self._default = default

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._ask(next, awaitable_iterator(self._wrapped))

    def send(self, value):
        return self._ask(awaitable_iterator(self._wrapped).send, value)

    def throw(self, *error):
        return self._ask(awaitable_iterator(self._wrapped).throw, *error)

    def close(self):
        return self._ask(awaitable_iterator(self._wrapped).close)

    def _ask(self, method, *args):
        try:
            return method(*args)
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)


def awaitable_iterator(awaitable):
    """The iterator that `await` goes through."""
    method = _special(awaitable, '__await__')
    if method is None:
        code = getattr(awaitable, 'gi_code', None)
        if code is not None and code.co_flags & 0x100:  # of a generator-based coroutine
            return awaitable
        raise TypeError(f"object {_type_name(awaitable)} can't be used in 'await' expression")
    iterator = method()
    if hasattr(iterator, 'cr_code'):
        raise TypeError("__await__() returned a coroutine")
    if _special(iterator, '__next__') is None:
        raise TypeError(f"__await__() returned non-iterator of type '{_type_name(iterator)}'")
    return iterator


def aiter_of(iterable, method):
    iterator = method() if _getter_of(method) is None else async_method_of(iterable, '__aiter__')
    if not _has_anext(iterator):
        raise TypeError(f"aiter() returned not an async iterator of type '{_type_name(iterator)}'")
    return iterator


def async_for_of(iterable, method):
    iterator = method() if _getter_of(method) is None else async_method_of(iterable, '__aiter__')
    if not _has_anext(iterator):
        raise TypeError(f"'async for' received an object from __aiter__ that does not implement __anext__: {_type_name(iterator)}")
    return iterator


def _has_anext(iterator):
    return _special(iterator, '__anext__') is not None


def anext_or_default(method, default):
    return anext_awaitable(method(), default)
