"""Iterators as building blocks.

https://docs.python.org/3.11/library/itertools.html. All are classes with a `__next__`, as CPython's have no frame that sleeps either.
They ask their source by `next` alone, and let go of it where CPython's do: a generator that nobody else holds is closed there.
"""

from _types import (
    builtin_function as _builtin_function,
    final as _final,
    made_by_new as _made_by_new,
    static_type as _static_type,
    type_name as _type_name,
)

_missing = object()

# The largest size there is.
_MOST = 2**63 - 1


@_made_by_new
@_static_type
class count:
    """start, start + step, start + 2 * step …"""

    __slots__ = ('_next', '_step')

    def __init__(self, start=0, step=1):
        if not _is_number(start) or not _is_number(step):
            raise TypeError('a number is required')
        self._next = int(start) if _is_one(step) and isinstance(start, int) else start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __reduce__(self, /):
        is_short = _is_one(self._step) and isinstance(self._next, int) and -_MOST - 1 <= self._next <= _MOST
        return type(self), (self._next,) if is_short else (self._next, self._step)

    def __repr__(self):
        step = '' if _is_one(self._step) else f', {self._step!r}'
        return f'{type(self).__name__}({self._next!r}{step})'


@_made_by_new
@_static_type
class cycle:
    """The items of an iterable, over and over."""

    __slots__ = ('_it', '_saved', '_at', '_read_through')

    def __init__(self, iterable, /):
        self._it = iter(iterable)
        self._saved = []
        self._at = 0
        # Whether what is read is kept already: a copy goes on with the rest of the source.
        self._read_through = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._it is not None:
            try:
                item = next(self._it)
            except StopIteration:
                self._it = None
            else:
                if not self._read_through:
                    self._saved.append(item)
                return item
        if not self._saved:
            raise StopIteration
        item = self._saved[self._at]
        self._at += 1
        if self._at == len(self._saved):
            self._at = 0
        return item

    def __reduce__(self, /):
        if self._it is not None:
            return type(self), (self._it,), (self._saved, self._read_through)
        it = iter(self._saved)
        it.__setstate__(self._at)
        return type(self), (it,), (self._saved, True)

    def __setstate__(self, state, /):
        self._saved, self._read_through = _parts(state, list, object)


@_made_by_new
@_static_type
class repeat:
    """One object again and again, or `times` times."""

    __slots__ = ('_object', '_left')

    def __init__(self, object, times=_missing):
        self._object = object
        self._left = None if times is _missing else max(_size(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __reduce__(self, /):
        return type(self), (self._object,) if self._left is None else (self._object, self._left)

    def __repr__(self):
        left = '' if self._left is None else f', {self._left}'
        return f'{type(self).__name__}({self._object!r}{left})'


@_made_by_new
@_static_type
class accumulate:
    """Running totals, or whatever `func` makes of the total and the next item."""

    __slots__ = ('_it', '_func', '_initial', '_total')

    def __init__(self, iterable, func=None, *, initial=None):
        self._it = iter(iterable)
        self._func = func
        self._initial = initial
        self._total = _missing

    def __iter__(self):
        return self

    def __next__(self):
        if self._initial is not None:
            self._total = self._initial
            self._initial = None
            return self._total
        item = next(self._it)
        if self._total is _missing:
            self._total = item
        elif self._func is None:
            self._total = self._total + item
        else:
            self._total = self._func(self._total, item)
        return self._total

    def __reduce__(self, /):
        if self._initial is not None:
            return type(self), (chain([self._initial], self._it), self._func), None
        if self._total is None:
            # A state of None is none: the total is read once more, and left out.
            return islice, (accumulate(chain([None], self._it), self._func), 1, None)
        return type(self), (self._it, self._func), None if self._total is _missing else self._total

    def __setstate__(self, total, /):
        self._total = total


@_made_by_new
@_static_type
class chain:
    """The items of several iterables, one after the other."""

    __slots__ = ('_sources', '_active')

    def __init__(self, *iterables):
        self._sources = iter(iterables)
        self._active = None

    @classmethod
    def from_iterable(cls, iterable, /):
        """The same, where the iterables come from an iterable themselves, which is asked only when the next one is needed."""
        self = chain.__new__(cls)
        self._sources = iter(iterable)
        return self

    def __iter__(self):
        return self

    def __next__(self):
        while self._sources is not None:
            if self._active is None:
                try:
                    source = next(self._sources)
                except StopIteration:
                    self._sources = None
                    break
                self._active = iter(source)
            try:
                return next(self._active)
            except StopIteration:
                self._active = None
        raise StopIteration

    def __reduce__(self, /):
        if self._sources is None:
            return type(self), ()
        return type(self), (), (self._sources,) if self._active is None else (self._sources, self._active)

    def __setstate__(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError('state is not a tuple')
        if not state:
            raise TypeError('function takes at least 1 argument (0 given)')
        if not all([hasattr(type(iterator), '__next__') for iterator in state]):
            raise TypeError('Arguments must be iterators.')
        self._sources, self._active = (*state, None)[:2]

    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


@_made_by_new
@_static_type
class compress:
    """The items whose selector is true."""

    __slots__ = ('_data', '_selectors')

    def __init__(self, data, selectors):
        self._data = iter(data)
        self._selectors = iter(selectors)

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            item = next(self._data)
            if next(self._selectors):
                return item

    def __reduce__(self, /):
        return type(self), (self._data, self._selectors)


@_made_by_new
@_static_type
class dropwhile:
    """The items from the first on for which the predicate is false."""

    __slots__ = ('_predicate', '_it', '_started')

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._it = iter(iterable)
        self._started = False

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self._it)
        while not self._started:
            if self._predicate(item):
                item = next(self._it)
            else:
                self._started = True
        return item

    def __reduce__(self, /):
        return type(self), (self._predicate, self._it), int(self._started)

    def __setstate__(self, started, /):
        self._started = bool(started)


@_made_by_new
@_static_type
class takewhile:
    """The items up to the first for which the predicate is false."""

    __slots__ = ('_predicate', '_it', '_stopped')

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._it = iter(iterable)
        self._stopped = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._stopped:
            raise StopIteration
        item = next(self._it)
        if self._predicate(item):
            return item
        self._stopped = True
        raise StopIteration

    def __reduce__(self, /):
        return type(self), (self._predicate, self._it), int(self._stopped)

    def __setstate__(self, stopped, /):
        self._stopped = bool(stopped)


@_made_by_new
@_static_type
class filterfalse:
    """The items for which the predicate is false; without a predicate, those that are false."""

    __slots__ = ('_predicate', '_it')

    def __init__(self, predicate, iterable, /):
        self._predicate = predicate
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        predicate = bool if self._predicate is None else self._predicate
        while True:
            item = next(self._it)
            if not predicate(item):
                return item

    def __reduce__(self, /):
        return type(self), (self._predicate, self._it)


@_made_by_new
@_static_type
class starmap:
    """The function's results, each item being its arguments."""

    __slots__ = ('_function', '_it')

    def __init__(self, function, iterable, /):
        self._function = function
        self._it = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        item = next(self._it)
        return self._function(*(item if type(item) is tuple else tuple(item)))

    def __reduce__(self, /):
        return type(self), (self._function, self._it)


@_made_by_new
@_static_type
class pairwise:
    """Each item with the one after it."""

    __slots__ = ('_it', '_old')

    def __init__(self, iterable, /):
        self._it = iter(iterable)
        self._old = _missing

    def __iter__(self):
        return self

    def __next__(self):
        it, old = self._it, self._old
        if it is None:
            raise StopIteration
        try:
            if old is _missing:
                self._old = old = next(it)
                # Reading it may have asked this very object, up to its end.
                it = self._it
                if it is None:
                    raise StopIteration
            self._old = new = next(it)
        except BaseException:
            self._it = None
            self._old = _missing
            raise
        return old, new

    def __reduce__(self, /):
        raise TypeError(f"cannot pickle '{_type_name(self)}' object")


@_made_by_new
@_static_type
class islice:
    """A slice of an iterator, taken as it is asked for."""

    __slots__ = ('_it', '_at', '_next', '_stop', '_step')

    def __init__(self, *args):
        if not 2 <= len(args) <= 4:
            bound = 'at least 2' if len(args) < 2 else 'at most 4'
            raise TypeError(f'islice expected {bound} arguments, got {len(args)}')
        iterable, *args = args
        if len(args) == 1:
            start, stop = 0, args[0]
        else:
            start, stop = 0 if args[0] is None else _index(args[0]), args[1]
        if stop is not None:
            stop = _index(stop)
            if stop == -1:
                raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        if start < 0 or stop is not None and stop < 0:
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        step = _step(args[2]) if len(args) == 3 and args[2] is not None else 1
        self._it = iter(iterable)
        self._at = 0
        self._next = start
        self._stop = stop
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        it = self._it
        if it is None:
            raise StopIteration
        stop = self._stop
        try:
            if self._at < self._next:
                self._skip(it)
            if stop is not None and self._at >= stop:
                raise StopIteration
            item = next(it)
        except BaseException:
            self._it = None
            raise
        self._at += 1
        self._next += self._step
        if stop is not None and self._next > stop:
            self._next = stop
        return item

    def __reduce__(self, /):
        if self._it is None:
            return type(self), (iter([]), 0), 0
        return type(self), (self._it, self._next, self._stop, self._step), self._at

    def __setstate__(self, at, /):
        self._at = _state(at)

    def _skip(self, it):
        """What is left out before the next item."""
        at, wanted = self._at, self._next
        try:
            while at < wanted:
                next(it)
                at += 1
        finally:
            self._at = at


def _index(value):
    """An argument of `islice` as a count; what is none, or too large for C, is -1."""
    place = -1
    try:
        place = range(value).stop
    except BaseException:
        pass
    return place if -(2**63) <= place < 2**63 else -1


def _state(value):
    """A place in an iterator, as it comes from a copy."""
    if not hasattr(value, '__index__'):
        raise TypeError('an integer is required')
    return _size(value)


def _parts(state, *kinds):
    """The parts of a state, one of each kind."""
    if not isinstance(state, tuple):
        raise TypeError('state is not a tuple')
    if len(state) != len(kinds):
        raise TypeError(f'function takes exactly {len(kinds)} arguments ({len(state)} given)')
    for number, (part, kind) in enumerate(zip(state, kinds), 1):
        if not isinstance(part, kind):
            raise TypeError(f'argument {number} must be {kind.__name__}, not {type(part).__name__}')
    return state


def _places(state, pools):
    """The places in pools that a copy goes on from; each is one that the pool has."""
    if not isinstance(state, tuple) or len(state) != len(pools):
        raise ValueError('invalid arguments')
    return [min(max(_state(place), 0), len(pool) - 1) for place, pool in zip(state, pools)]


def _is_one(step):
    return isinstance(step, int) and step == 1


def _is_number(value):
    kind = type(value)
    return issubclass(kind, complex) or any([hasattr(kind, name) for name in ('__index__', '__int__', '__float__')])


def _size(value):
    value = range(value).stop
    if not -_MOST - 1 <= value <= _MOST:
        raise OverflowError('Python int too large to convert to C ssize_t')
    return value


def _step(value):
    step = 0
    try:
        step = range(value).stop
    except BaseException:
        pass
    if not 1 <= step < 2**63:
        raise ValueError('Step for islice() must be a positive integer or None.')
    return step


@_made_by_new
@_static_type
class groupby:
    """Runs of items with the same key, each as (key, iterator over the run). All share one source, so a run that was passed is empty."""

    __slots__ = ('_it', '_key', '_current_key', '_current', '_target_key', '_grouper')

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        # The key and the value that were read last; the key of the run that was handed out; that run itself.
        self._current_key = self._current = self._target_key = _missing
        self._grouper = None

    def __iter__(self):
        return self

    def __next__(self):
        self._grouper = None
        while self._current_key is _missing or (
            self._target_key is not _missing and (self._target_key is self._current_key or self._target_key == self._current_key)
        ):
            self._step()
        self._target_key = self._current_key
        grouper = _grouper(self, self._target_key)
        # Its id alone: the run holds this object, which must not hold the run.
        self._grouper = id(grouper)
        return self._current_key, grouper

    def _step(self):
        value = next(self._it)
        key = value if self._key is None else self._key(value)
        self._current = value
        self._current_key = key

    def __reduce__(self, /):
        made = type(self), (self._it, self._key)
        state = self._current_key, self._current, self._target_key
        return made if any([part is _missing for part in state]) else (*made, state)

    def __setstate__(self, state, /):
        self._current_key, self._current, self._target_key = _parts(state, object, object, object)


@_made_by_new
@_static_type
class _grouper:
    """One run of `groupby`."""

    __slots__ = ('_parent', '_key')

    def __init__(self, parent, key, /):
        self._parent = parent
        self._key = key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._grouper != id(self):
            raise StopIteration
        if parent._current is _missing:
            parent._step()
        if not (self._key is parent._current_key or self._key == parent._current_key):
            raise StopIteration
        value = parent._current
        parent._current = _missing
        return value

    def __reduce__(self, /):
        if self._parent._grouper != id(self):
            return iter, ((),)
        return type(self), (self._parent, self._key)


def tee(iterable, n=2, /):
    """Several iterators over one source, each at its own pace. What the slowest has not read yet is kept."""
    n = _size(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    iterator = iter(iterable)
    copy = getattr(iterator, '__copy__', None)
    if copy is None:
        iterator = _tee(iterator)
        copy = iterator.__copy__
    result = [iterator]
    for _ in range(n - 1):
        result.append(copy())
        copy = result[-1].__copy__
    return tuple(result)


@_final
@_made_by_new
@_static_type
class _tee:
    """One reader of a chain of links, each [value, next link]; an empty link is filled from the source."""

    __slots__ = ('_source', '_link')

    def __init__(self, iterable, /):
        if isinstance(iterable, _tee):
            self._source = iterable._source
            self._link = iterable._link
        else:
            self._source = _TeeSource(iter(iterable))
            self._link = []

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if not link:
            value = self._source.read()
            link.append(value)
            link.append([])
        self._link = link[1]
        return link[0]

    def __copy__(self):
        return _tee(self)

    def __reduce__(self, /):
        return type(self), ((),), (self._source, self._link)

    def __setstate__(self, state, /):
        self._source, self._link = _parts(state, object, object)


class _TeeSource:
    """The source that several readers share; it can't be read while it is being read."""

    def __init__(self, it):
        self._it = it
        self._running = False

    def read(self):
        if self._running:
            raise RuntimeError('cannot re-enter the tee iterator')
        self._running = True
        try:
            return next(self._it)
        finally:
            self._running = False


@_made_by_new
@_static_type
class zip_longest:
    """Like `zip`, but as long as the longest; what is missing is `fillvalue`."""

    __slots__ = ('_its', '_active', '_fillvalue')

    def __init__(self, *iterables, **keywords):
        fillvalue = keywords.pop('fillvalue', None)
        if keywords:
            raise TypeError('zip_longest() got an unexpected keyword argument')
        self._its = [iter(iterable) for iterable in iterables]
        self._active = len(self._its)
        self._fillvalue = fillvalue

    def __iter__(self):
        return self

    def __next__(self):
        if not self._active:
            raise StopIteration
        its = self._its
        items = []
        for position, it in enumerate(its):
            item = self._fillvalue
            if it is not None:
                try:
                    item = next(it)
                except StopIteration:
                    self._active -= 1
                    if not self._active:
                        raise
                    its[position] = None
                except BaseException:
                    self._active = 0
                    raise
            items.append(item)
        return tuple(items)

    def __reduce__(self, /):
        return type(self), tuple([() if it is None else it for it in self._its]), self._fillvalue

    def __setstate__(self, fillvalue, /):
        self._fillvalue = fillvalue


@_made_by_new
@_static_type
class product:
    """Every choice of one item from each pool: nested loops, the last pool turning fastest."""

    __slots__ = ('_pools', '_positions', '_done', '_result')

    def __init__(self, *iterables, repeat=1):
        repeat = _size(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._pools = [tuple(iterable) for iterable in iterables] * repeat
        # The positions in the pools of the result before; None before the first and after the last.
        self._positions = None
        self._done = not all(self._pools)

    def __iter__(self):
        return self

    def __next__(self):
        if self._done:
            raise StopIteration
        pools = self._pools
        if self._positions is None:
            self._positions = [0] * len(pools)
            self._result = [pool[0] for pool in pools]
            return tuple(self._result)
        positions = self._positions
        result = self._result
        at = len(pools) - 1
        while at >= 0:
            pool = pools[at]
            position = positions[at] + 1
            if position < len(pool):
                positions[at] = position
                result[at] = pool[position]
                return tuple(result)
            positions[at] = 0
            result[at] = pool[0]
            at -= 1
        self._done = True
        raise StopIteration

    def __reduce__(self, /):
        if self._done and self._positions is not None:
            return type(self), ((),)
        made = type(self), tuple(self._pools)
        return made if self._positions is None else (*made, tuple(self._positions))

    def __setstate__(self, state, /):
        positions = _places(state, self._pools)
        if all(self._pools):
            self._positions = positions
            self._result = [pool[position] for pool, position in zip(self._pools, positions)]


def _length(r):
    """The length asked of `permutations` and its kin."""
    r = _size(r)
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


def _reduced_choice(choice):
    """How `permutations` and its kin are made again."""
    if choice._done:
        return type(choice), ((), choice._r)
    made = type(choice), (choice._pool, choice._r)
    return made if choice._indices is None else (*made, tuple(choice._indices))


@_made_by_new
@_static_type
class permutations:
    """All orderings of `r` items of the pool."""

    __slots__ = ('_pool', '_r', '_indices', '_done', '_cycles')

    def __init__(self, iterable, r=None):
        self._pool = tuple(iterable)
        size = len(self._pool)
        if r is not None and not isinstance(r, int):
            raise TypeError('Expected int as r')
        self._r = size if r is None else _length(r)
        self._indices = None
        self._done = self._r > size

    def __iter__(self):
        return self

    def __next__(self):
        if self._done:
            raise StopIteration
        pool, r = self._pool, self._r
        size = len(pool)
        if self._indices is None:
            self._indices = list(range(size))
            # How many turns each place has left before the places to its left move.
            self._cycles = list(range(size, size - r, -1))
            return pool[:r]
        indices, cycles = self._indices, self._cycles
        for place in range(r - 1, -1, -1):
            cycles[place] -= 1
            if cycles[place] == 0:
                indices.append(indices.pop(place))
                cycles[place] = size - place
            else:
                other = size - cycles[place]
                indices[place], indices[other] = indices[other], indices[place]
                return tuple([pool[index] for index in indices[:r]])
        self._done = True
        raise StopIteration

    def __reduce__(self, /):
        made = _reduced_choice(self)
        return (*made[:2], (*made[2:], tuple(self._cycles))) if made[2:] else made

    def __setstate__(self, state, /):
        indices, cycles = _parts(state, tuple, tuple)
        size = len(self._pool)
        if len(indices) != size or len(cycles) != self._r:
            raise ValueError('invalid arguments')
        self._indices = _places(indices, [self._pool] * size)
        self._cycles = [min(max(_state(turns), 1), size - place) for place, turns in enumerate(cycles)]


@_made_by_new
@_static_type
class combinations:
    """All choices of `r` items of the pool, in its order."""

    __slots__ = ('_pool', '_r', '_indices', '_done')

    def __init__(self, iterable, r):
        self._pool = tuple(iterable)
        self._r = _length(r)
        self._indices = None
        self._done = self._r > len(self._pool)

    def __iter__(self):
        return self

    def __next__(self):
        if self._done:
            raise StopIteration
        pool, r = self._pool, self._r
        if self._indices is None:
            self._indices = list(range(r))
            return pool[:r]
        indices = self._indices
        room = len(pool) - r
        for place in range(r - 1, -1, -1):
            if indices[place] != place + room:
                index = indices[place] + 1
                indices[place:] = range(index, index + r - place)
                return tuple([pool[index] for index in indices])
        self._done = True
        raise StopIteration

    def __reduce__(self, /):
        return _reduced_choice(self)

    def __setstate__(self, state, /):
        room = len(self._pool) - self._r
        self._indices = _places(state, [self._pool[: place + room + 1] for place in range(self._r)])


@_made_by_new
@_static_type
class combinations_with_replacement:
    """All choices of `r` items of the pool, in its order, where an item may come again."""

    __slots__ = ('_pool', '_r', '_indices', '_done')

    def __init__(self, iterable, r):
        self._pool = tuple(iterable)
        self._r = _length(r)
        self._indices = None
        self._done = not self._pool and self._r > 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._done:
            raise StopIteration
        pool, r = self._pool, self._r
        if self._indices is None:
            self._indices = [0] * r
            return (pool[0],) * r if r else ()
        indices = self._indices
        last = len(pool) - 1
        for place in range(r - 1, -1, -1):
            if indices[place] != last:
                indices[place:] = [indices[place] + 1] * (r - place)
                return tuple([pool[index] for index in indices])
        self._done = True
        raise StopIteration

    def __reduce__(self, /):
        return _reduced_choice(self)

    def __setstate__(self, state, /):
        self._indices = _places(state, [self._pool] * self._r)


_builtin_function(tee, 'itertools')
