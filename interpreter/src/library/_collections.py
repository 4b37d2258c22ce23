"""What `collections` and asyncio's queues share: `deque` and `defaultdict`.

https://docs.python.org/3.11/library/collections.html
"""

from _types import match_as as _match_as, static_type as _static_type
from reprlib import recursive_repr as _recursive_repr


# What can't look at a deque while it is added to it.
_UNOBSERVANT = frozenset((list, tuple, range, str, bytes, dict, set, frozenset))


# The largest size there is in C.
_MOST = 2**63 - 1


class deque:
    """A queue with two ends: a list whose first items may have been taken already.

    `_items[_head:]` are the items. What is taken from the left leaves a hole, so that nothing moves; the holes go when they are many.
    """

    __slots__ = ('_items', '_head', '_maxlen', '_changes', '__weakref__')
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError('an integer is required')
            maxlen = int.__index__(maxlen)
            if not -_MOST - 1 <= maxlen <= _MOST:
                raise OverflowError('Python int too large to convert to C ssize_t')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
        self._items = []
        self._head = 0
        self._maxlen = maxlen
        # Counts changes of length, so that iterators notice them.
        self._changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        """The most items it holds: beyond, those at the other end fall out."""
        return self._maxlen

    def append(self, item, /):
        self._items.append(item)
        self._changes += 1
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.popleft()

    def appendleft(self, item, /):
        if self._head == 0:
            # Room for as many again.
            room = len(self._items) + 8
            self._items[:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = item
        self._changes += 1
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self.pop()

    def pop(self):
        if len(self._items) == self._head:
            raise IndexError('pop from an empty deque')
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        items, head = self._items, self._head
        if len(items) == head:
            raise IndexError('pop from an empty deque')
        item = items[head]
        items[head] = None
        head += 1
        if head > 64 and head + head > len(items):
            del items[:head]
            head = 0
        self._head = head
        self._changes += 1
        return item

    def extend(self, iterable, /):
        if iterable is self:
            iterable = self._all()
        if self._maxlen is None and type(iterable) in _UNOBSERVANT:
            self._changes += 1
            self._items.extend(iterable)
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        for item in list(iterable) if iterable is self else iterable:
            self.appendleft(item)

    def clear(self):
        self._changes += 1
        self._items = []
        self._head = 0

    def copy(self):
        return type(self)(self, self._maxlen)

    __copy__ = copy

    def count(self, value, /):
        """How many items are equal to `value`."""
        changes = self._changes
        found = 0
        for item in self._all():
            if item is value or item == value:
                found += 1
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        return found

    def index(self, value, start=0, stop=None, /):
        """Where `value` stands first."""
        if not hasattr(start, '__index__') or stop is not None and not hasattr(stop, '__index__'):
            raise TypeError('slice indices must be integers or have an __index__ method')
        changes = self._changes
        items = self._all()
        size = len(items)
        start, stop, _ = slice(start, stop).indices(size)
        for position in range(start, stop):
            item = items[position]
            if item is value or item == value:
                return position
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        raise ValueError(f'{value!r} is not in deque')

    def insert(self, index, value, /):
        index = range(index).stop
        size = len(self)
        if size == self._maxlen:
            raise IndexError('deque already at its maximum size')
        if index < 0:
            index = max(index + size, 0)
        self._changes += 1
        self._items.insert(self._head + min(index, size), value)

    def remove(self, value, /):
        """Removes the first item equal to `value`."""
        changes = self._changes
        for position, item in enumerate(self._all()):
            equal = item is value or item == value
            if changes != self._changes:
                raise IndexError('deque mutated during remove().')
            if equal:
                self._changes += 1
                del self._items[self._head + position]
                return
        raise ValueError(f'{value!r} is not in deque')

    def reverse(self):
        items = self._all()
        items.reverse()
        self._items = items
        self._head = 0

    def rotate(self, n=1, /):
        """Moves `n` items from the right end to the left one, or the other way where `n` is negative."""
        items, n = self._all(), range(n).stop
        if len(items) > 1:
            n %= len(items)
            self._items = items[-n:] + items[:-n] if n else items
            self._head = 0
            self._changes += 1

    def _all(self):
        """The items, as a new list."""
        return self._items[self._head :]

    def _position(self, index):
        if not hasattr(index, '__index__'):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        number = index.__index__()
        if not -_MOST - 1 <= number <= _MOST:
            raise IndexError(f"cannot fit '{type(index).__name__}' into an index-sized integer")
        index = number
        size = len(self._items) - self._head
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError('deque index out of range')
        return self._head + index

    def __getitem__(self, index):
        return self._items[self._position(index)]

    def __setitem__(self, index, value):
        self._items[self._position(index)] = value

    def __delitem__(self, index):
        position = self._position(index)
        self._changes += 1
        del self._items[position]

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def __contains__(self, value):
        changes = self._changes
        for item in self._all():
            if item is value or item == value:
                return True
            if changes != self._changes:
                raise RuntimeError('deque mutated during iteration')
        return False

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, times):
        if not hasattr(times, '__index__'):
            raise TypeError(f"can't multiply sequence by non-int of type '{type(times).__name__}'")
        return type(self)(self._all() * times, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, times):
        items = self._all() * range(times).stop
        if self._maxlen is not None:
            items = items[max(len(items) - self._maxlen, 0) :]
        self._items = items
        self._head = 0
        self._changes += 1
        return self

    def __eq__(self, other):
        return self._all() == other._all() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._all() < other._all() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._all() <= other._all() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._all() > other._all() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._all() >= other._all() if isinstance(other, deque) else NotImplemented

    @_recursive_repr('[...]')
    def __repr__(self):
        if self._maxlen is None:
            return f'{type(self).__name__}({self._all()!r})'
        return f'{type(self).__name__}({self._all()!r}, maxlen={self._maxlen})'

    def __reduce__(self):
        args = () if self._maxlen is None else ((), self._maxlen)
        return type(self), args, getattr(self, '__dict__', None) or None, iter(self)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


deque.__module__ = 'collections'
_static_type(deque)
_match_as(deque, 'sequence')


@_static_type
class _deque_iterator:
    """Over a deque from the left."""

    __slots__ = ('_deque', '_changes', '_left')

    def __init__(self, deque, index=0, /):
        self._deque = deque
        self._changes = deque._changes
        self._left = max(len(deque) - index, 0)

    def __iter__(self):
        return self

    def __next__(self):
        deque, left = self._deque, self._left
        if self._changes != deque._changes:
            self._left = 0
            raise RuntimeError('deque mutated during iteration')
        if left == 0:
            raise StopIteration
        self._left = left - 1
        return deque._items[-left]

    def __length_hint__(self):
        return self._left

    def __reduce__(self, /):
        return type(self), (self._deque, len(self._deque) - self._left)


@_static_type
class _deque_reverse_iterator(_deque_iterator):
    """Over a deque from the right."""

    __slots__ = ()

    def __next__(self):
        deque, left = self._deque, self._left
        if self._changes != deque._changes:
            self._left = 0
            raise RuntimeError('deque mutated during iteration')
        if left == 0:
            raise StopIteration
        self._left = left - 1
        return deque._items[deque._head + left - 1]


class defaultdict(dict):
    """A dict that makes a value for a missing key by calling its `default_factory`."""

    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        super().__init__(*args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self[key] = self.default_factory()
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    @_recursive_repr('defaultdict(...)')
    def __repr__(self):
        return f'{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})'

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


defaultdict.__module__ = 'collections'
_static_type(defaultdict)
