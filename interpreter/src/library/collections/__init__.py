"""Containers beyond list, dict, set and tuple.

https://docs.python.org/3.11/library/collections.html. `deque` and `defaultdict` stand in `_collections`, the abstract classes in
`collections.abc`.
"""

from _types import last_to_first as _last_to_first, ordered as _ordered, static_type as _static_type
import _misfit
import sys as _sys
from _collections import defaultdict, deque
from reprlib import recursive_repr as _recursive_repr

# The names and their order are CPython's.
__all__ = [
    'ChainMap',
    'Counter',
    'OrderedDict',
    'UserDict',
    'UserList',
    'UserString',
    'defaultdict',
    'deque',
    'namedtuple',
]

_missing = object()

# Where the names are that `__getattr__` finds.
_lazy_part = 'collections._user'


@_static_type
class OrderedDict(dict):
    """A dict, whose order of insertion counts in comparisons and can be changed."""

    def __new__(cls, /, *args, **kwds):
        self = dict.__new__(cls)
        _ordered(self)
        return self

    def __init__(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        self.__update(args, kwds)

    def update(self, /, *args, **kwds):
        if len(args) > 1:
            raise TypeError(f'update() takes at most 1 positional argument ({len(args)} given)')
        self.__update(args, kwds)

    def __update(self, args, kwds):
        """Sets item by item, so that a subclass's `__setitem__` sees each."""
        if type(self) is OrderedDict and (not args or type(args[0]) is dict):
            # Nobody looks on.
            dict.update(self, *args, **kwds)
            return
        for other in args:
            if type(other) is dict:
                other = other.items()
            elif hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
                continue
            elif hasattr(other, 'items'):
                other = other.items()
            for pair in other:
                key, value = _pair(pair)
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def move_to_end(self, key, last=True):
        """Moves a key to one of the ends; where it stands there already, nothing changes."""
        value = dict.__getitem__(self, key) if dict.__contains__(self, key) else dict.pop(self, key)
        end = next(dict.__reversed__(self) if last else dict.__iter__(self))
        if key is end or type(key) is type(end) and key == end:
            return
        dict.pop(self, key)
        dict.__setitem__(self, key, value)
        if not last:
            _last_to_first(self)

    def popitem(self, last=True):
        """Takes out the newest entry, or the oldest."""
        if not dict.__len__(self):
            raise KeyError('dictionary is empty')
        key = next(dict.__reversed__(self) if last else dict.__iter__(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_missing):
        """Takes out an entry and gives its value; `default` where there is none."""
        return dict.pop(self, key) if default is _missing else dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value of a key, which gets `default` if it is not there."""
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key not in self:
            self[key] = default
            return default
        return self[key]

    def copy(self):
        made = type(self)()
        if type(self) is OrderedDict:
            dict.update(made, self)
            return made
        for key in dict.__iter__(self):
            made[key] = self[key]
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        return _equal(self, other)

    def __ne__(self, other):
        equal = _equal(self, other)
        return equal if equal is NotImplemented else not equal

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    @_recursive_repr('...')
    def __repr__(self):
        if not dict.__len__(self):
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({list(self.items())!r})'

    def __reduce__(self):
        return type(self), (), vars(self) or None, None, iter(self.items())


def _equal(a, b):
    """Whether an ordered dict equals another object: between two of them the order counts."""
    equal = dict.__eq__(a, b)
    if equal is True and isinstance(b, OrderedDict):
        return list(dict.__iter__(a)) == list(dict.__iter__(b))
    return equal


def _pair(pair):
    """A key and its value."""
    items = iter(pair)
    found = []
    for item in items:
        if len(found) == 2:
            raise ValueError('too many values to unpack (expected 2)')
        found.append(item)
    if len(found) < 2:
        raise ValueError(f"need more than {len(found)} value{'s' if not found else ''} to unpack")
    return found


_KEYWORDS = frozenset(
    (
        'False None True and as assert async await break class continue def del elif else except finally for from global if import in is '
        'lambda nonlocal not or pass raise return try while with yield'
    ).split()
)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A tuple class whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = _sys.intern(str(typename))
    if rename:
        seen = set()
        for position, name in enumerate(names):
            if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
                names[position] = f'_{position}'
            seen.add(name)
    _check_names(typename, names, rename)
    names = tuple([_sys.intern(name) for name in names])
    given = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
        if defaults:
            given = dict(zip(names[-len(defaults) :], defaults))
    if module is None:
        module = _caller_module()
    return type(typename, (tuple,), _namedtuple_body(typename, names, given, module))


def _check_names(typename, names, rename):
    for name in [typename, *names]:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _caller_module():
    """The module of whoever called the function that asks."""
    try:
        return _sys._getframe(2).f_globals.get('__name__', '__main__')
    except (AttributeError, ValueError):
        return '__main__'


def _namedtuple_body(typename, names, defaults, module):
    size = len(names)
    new_tuple = tuple.__new__

    def __new__(cls, *args, **kwargs):
        if len(args) != size or kwargs:
            args = _bind(typename, names, __new__.__defaults__ or (), args, kwargs)
        return new_tuple(cls, args)

    def _make(cls, iterable):
        made = new_tuple(cls, iterable)
        if len(made) != size:
            raise TypeError(f'Expected {size} arguments, got {len(made)}')
        return made

    def _replace(self, /, **kwds):
        made = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return made

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([f'{name}={value!r}' for name, value in zip(names, self)])})"

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    __new__.__defaults__ = tuple(defaults.values()) or None
    __new__.__doc__ = f"Create new instance of {typename}({', '.join(names)})"
    __new__._make_signature = lambda: _signature_of_new(__new__, names)
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    body = {
        '__doc__': f"{typename}({', '.join(names)})",
        '__slots__': (),
        '__module__': module,
        '_fields': names,
        '_field_defaults': defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': names,
    }
    for position, name in enumerate(names):
        body[name] = _item(position)
    return body


def _signature_of_new(new, names):
    """The defaults and annotations are those that `__new__` has now: a program may change them."""
    from inspect import Parameter, Signature

    def parameter(name):
        default, hint = defaults.get(name, Parameter.empty), new.__annotations__.get(name, Parameter.empty)
        return Parameter(name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=hint)

    given = new.__defaults__ or ()
    defaults = dict(zip(reversed(names), reversed(given)))
    return Signature([Parameter('_cls', Parameter.POSITIONAL_OR_KEYWORD), *[parameter(name) for name in names]])


def _item(position):
    return property(lambda self: self[position], _refuse_set, _refuse_delete, f'Alias for field number {position}')


def _refuse_set(self, value):
    raise AttributeError("can't set attribute")


def _refuse_delete(self):
    raise AttributeError("can't delete attribute")


def _bind(typename, names, defaults, args, kwargs):
    """The items that a call of a named tuple's class gives, in order; errors as for a function with these parameters.

    The defaults are those of the last fields: a program may change them in `__new__`.
    """
    defaults = dict(zip(names[len(names) - len(defaults) :], defaults[-len(names) :]))
    call = f'{typename}.__new__()'
    if len(args) > len(names):
        raise _misfit.too_many(call, len(names) + 1, len(defaults), len(args) + 1)
    values = dict(zip(names, args))
    for name, value in kwargs.items():
        if name not in names:
            raise TypeError(f'{call} got an unexpected keyword argument {name!r}')
        if name in values:
            raise TypeError(f'{call} got multiple values for argument {name!r}')
        values[name] = value
    lacking = [name for name in names if name not in values and name not in defaults]
    if lacking:
        raise _misfit.missing(call, 'positional', lacking)
    return [values[name] if name in values else defaults[name] for name in names]


class Counter(dict):
    """Counts things: a dict from each to how often it came."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The things and their counts, the most frequent first."""
        if n == 1:
            # The first of the most frequent ones, without sorting.
            return [max(self.items(), key=_count_of)] if self else []
        items = sorted(self.items(), key=_count_of, reverse=True)
        return items if n is None else items[: max(n, 0)]

    def elements(self):
        """Each thing as often as its count says."""
        from itertools import chain, repeat, starmap

        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        """Adds counts, of a mapping, or of what an iterable gives."""
        if iterable is not None:
            if hasattr(iterable, 'items'):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    super().update(iterable)
            else:
                get = self.get
                for element in iterable:
                    self[element] = get(element, 0) + 1
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away; they may become negative."""
        if iterable is not None:
            if hasattr(iterable, 'items'):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return type(self)(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            items = dict(self.most_common())
        except TypeError:
            items = dict(self)
        return f'{type(self).__name__}({items!r})'

    def _all_counts(self, other, holds):
        if not isinstance(other, Counter):
            return NotImplemented
        for counter in (self, other):
            for element in counter:
                if not holds(self[element], other[element]):
                    return False
        return True

    def __eq__(self, other):
        return self._all_counts(other, lambda mine, its: mine == its)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._all_counts(other, lambda mine, its: mine <= its)

    def __lt__(self, other):
        at_most = self.__le__(other)
        return at_most if at_most is NotImplemented else at_most and self != other

    def __ge__(self, other):
        return self._all_counts(other, lambda mine, its: mine >= its)

    def __gt__(self, other):
        at_least = self.__ge__(other)
        return at_least if at_least is NotImplemented else at_least and self != other

    def _combined(self, other, combine, with_others=True):
        """A counter of the positive results of `combine(mine, its)`, in the order of the elements here, then there."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = combine(count, other[element])
            if count > 0:
                result[element] = count
        if with_others:
            for element, count in other.items():
                if element not in self:
                    count = combine(0, count)
                    if count > 0:
                        result[element] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda mine, its: mine + its)

    def __sub__(self, other):
        return self._combined(other, lambda mine, its: mine - its)

    def __or__(self, other):
        return self._combined(other, lambda mine, its: its if mine < its else mine)

    def __and__(self, other):
        return self._combined(other, lambda mine, its: mine if mine < its else its, with_others=False)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


def _count_of(item):
    return item[1]


def __getattr__(name):
    # Rarely wanted, and they rest on the abstract classes: made when asked for.
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        import collections._user as user

        return getattr(user, name)
    if name == 'abc':
        import collections.abc as abc

        return abc
    raise AttributeError(f"module 'collections' has no attribute {name!r}")
