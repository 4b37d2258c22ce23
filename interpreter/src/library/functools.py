"""Functions that make functions: partial calls, caches, orderings, dispatch on a type.

https://docs.python.org/3.11/library/functools.html
"""

from _types import (
    builtin_class as _builtin_class,
    builtin_function as _builtin_function,
    fill as _fill,
    final as _final,
    read_only as _read_only,
    static_type as _static_type,
)

__all__ = [
    'update_wrapper',
    'wraps',
    'WRAPPER_ASSIGNMENTS',
    'WRAPPER_UPDATES',
    'total_ordering',
    'cmp_to_key',
    'cache',
    'lru_cache',
    'reduce',
    'partial',
    'partialmethod',
    'singledispatch',
    'singledispatchmethod',
    'cached_property',
]

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`: its name, its documentation, its attributes."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that it is not overwritten by what the wrapped function's own `__dict__` says.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`update_wrapper` as a decorator."""

    def decorator(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorator


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    """Folds an iterable from the left."""
    iterator = None
    try:
        iterator = iter(iterable)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError('reduce() arg 2 must support iteration')
    if initial is _missing:
        value = next(iterator, _missing)
        if value is _missing:
            raise TypeError('reduce() of empty iterable with no initial value')
    else:
        value = initial
    while (item := next(iterator, _missing)) is not _missing:
        value = function(value, item)
    return value


@_static_type
class partial:
    """A call of a function with some arguments given beforehand."""

    __slots__ = ('func', 'args', 'keywords', '__dict__', '__weakref__')

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError('the first argument must be callable')
        self = super().__new__(cls)
        if isinstance(func, partial) and type(func).__call__ is partial.__call__ and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        _fill(self, 'func', func)
        _fill(self, 'args', args)
        _fill(self, 'keywords', keywords)
        return self

    def __call__(self, /, *args, **keywords):
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*self.args, *args, **keywords)

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)

    def __setstate__(self, state, /):
        if not isinstance(state, tuple) or len(state) != 4:
            raise TypeError('invalid partial state')
        func, args, keywords, attributes = state
        if not callable(func) or not isinstance(args, tuple) or not isinstance(keywords, (dict, type(None))):
            raise TypeError('invalid partial state')
        _fill(self, 'func', func)
        _fill(self, 'args', tuple(args))
        _fill(self, 'keywords', keywords or {})
        self.__dict__ = attributes or {}

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend([repr(arg) for arg in self.args])
        parts.extend([f'{name}={value!r}' for name, value in self.keywords.items()])
        cls = type(self)
        name = 'functools.partial' if cls is partial else cls.__qualname__
        return f"{name}({', '.join(parts)})"


_read_only(partial, 'func', 'args', 'keywords')


class partialmethod:
    """`partial` for a method in a class body."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        get = getattr(type(self.func), '__get__', None)
        if get is not None:
            bound = get(self.func, obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._method().__get__(obj, cls)

    def _method(self):
        def method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        method._partialmethod = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    def __repr__(self):
        args = ', '.join([repr(arg) for arg in self.args])
        keywords = ', '.join([f'{name}={value!r}' for name, value in self.keywords.items()])
        return f'{type(self).__module__}.{type(self).__qualname__}({self.func}, {args}, {keywords})'


def cmp_to_key(mycmp):
    """Makes a key function of an old comparison function."""
    return _key_wrapper(mycmp)


class _KeyWrapper:
    """A key that is compared by a function; without an object, what makes keys of objects."""

    __slots__ = ('_compare', 'obj')
    __hash__ = None

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'functools.KeyWrapper' instances")

    def __call__(self, obj):
        key = _key_wrapper(self._compare)
        key.obj = obj
        return key

    def _compared(self, other):
        if type(other) is not _KeyWrapper:
            raise TypeError('other argument must be K instance')
        return self._compare(self.obj, other.obj)

    def __eq__(self, other):
        return self._compared(other) == 0

    def __lt__(self, other):
        return self._compared(other) < 0

    def __le__(self, other):
        return self._compared(other) <= 0

    def __gt__(self, other):
        return self._compared(other) > 0

    def __ge__(self, other):
        return self._compared(other) >= 0


def _key_wrapper(compare):
    made = object.__new__(_KeyWrapper)
    made._compare = compare
    return made


_KeyWrapper.__name__ = _KeyWrapper.__qualname__ = 'KeyWrapper'
# What makes keys is called so in C.
_KeyWrapper.__call__.__qualname__ = 'K.__call__'
_static_type(_KeyWrapper)
_final(_KeyWrapper)


# total_ordering: for each operator a class may define, how the three others follow from it and from ==.


def _from_lt(name):
    def gt(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less and self != other

    def le(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else less or self == other

    def ge(self, other):
        less = type(self).__lt__(self, other)
        return less if less is NotImplemented else not less

    return {'__gt__': gt, '__le__': le, '__ge__': ge}[name]


def _from_le(name):
    def ge(self, other):
        at_most = type(self).__le__(self, other)
        return at_most if at_most is NotImplemented else not at_most or self == other

    def lt(self, other):
        at_most = type(self).__le__(self, other)
        return at_most if at_most is NotImplemented else at_most and self != other

    def gt(self, other):
        at_most = type(self).__le__(self, other)
        return at_most if at_most is NotImplemented else not at_most

    return {'__ge__': ge, '__lt__': lt, '__gt__': gt}[name]


def _from_gt(name):
    def lt(self, other):
        more = type(self).__gt__(self, other)
        return more if more is NotImplemented else not more and self != other

    def ge(self, other):
        more = type(self).__gt__(self, other)
        return more if more is NotImplemented else more or self == other

    def le(self, other):
        more = type(self).__gt__(self, other)
        return more if more is NotImplemented else not more

    return {'__lt__': lt, '__ge__': ge, '__le__': le}[name]


def _from_ge(name):
    def le(self, other):
        at_least = type(self).__ge__(self, other)
        return at_least if at_least is NotImplemented else not at_least or self == other

    def gt(self, other):
        at_least = type(self).__ge__(self, other)
        return at_least if at_least is NotImplemented else at_least and self != other

    def lt(self, other):
        at_least = type(self).__ge__(self, other)
        return at_least if at_least is NotImplemented else not at_least

    return {'__le__': le, '__gt__': gt, '__lt__': lt}[name]


# In the order of preference.
_ORDERINGS = {'__lt__': _from_lt, '__le__': _from_le, '__gt__': _from_gt, '__ge__': _from_ge}


def total_ordering(cls):
    """Adds the comparisons that a class lacks to the one that it has."""
    have = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not have:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    derive = _ORDERINGS[have[0]]
    for name in _ORDERINGS:
        if name not in have:
            method = derive(name)
            method.__name__ = name
            method.__qualname__ = f'_{name[2:-2]}_from_{have[0][2:-2]}'
            setattr(cls, name, method)
    return cls


class _CacheInfo(tuple):
    """How a cache has done: hits, misses, maxsize, currsize."""

    __slots__ = ()

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f'CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})'


_CacheInfo.__name__ = _CacheInfo.__qualname__ = 'CacheInfo'


def _make_key(args, kwds, typed):
    """The key that a call's result is kept under."""
    if not kwds and not typed:
        # A lone int or string can't be mistaken for a tuple of arguments.
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if kwds:
        key += (_missing,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(value) for value in args])
        key += tuple([type(value) for value in kwds.values()])
    return key


@_final
@_static_type
class _lru_cache_wrapper:
    """A function that remembers its results; with `maxsize`, the most recently used ones.

    A dict keeps its order, so the oldest entry is its first: a hit takes its entry out and puts it in again at the end.
    """

    __slots__ = ('_function', '_maxsize', '_typed', '_results', '_hits', '_misses', '__dict__', '__weakref__')

    def __init__(self, user_function, maxsize, typed):
        self._function = user_function
        self._maxsize = maxsize
        self._typed = typed
        self._results = {}
        self._hits = self._misses = 0

    def __call__(self, /, *args, **kwds):
        maxsize = self._maxsize
        if maxsize == 0:
            self._misses += 1
            return self._function(*args, **kwds)
        key = _make_key(args, kwds, self._typed)
        results = self._results
        value = results.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if maxsize is not None:
                del results[key]
                results[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **kwds)
        if maxsize is not None and key not in results and len(results) >= maxsize:
            del results[next(iter(results))]
        results[key] = value
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _method_type(self, obj)

    def cache_info(self):
        """How the cache has done."""
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._results)))

    def cache_clear(self):
        """Forgets all results."""
        self._results.clear()
        self._hits = self._misses = 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_method_type = _builtin_class('method')


def lru_cache(maxsize=128, typed=False):
    """Lets a function remember its most recently used results."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        # The decorator was written without parentheses: what came is the function.
        return _cached(maxsize, 128, False)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorator(user_function):
        return _cached(user_function, maxsize, typed)

    return decorator


def _cached(user_function, maxsize, typed):
    if not callable(user_function):
        raise TypeError('the first argument must be callable')
    wrapper = _lru_cache_wrapper(user_function, maxsize, typed)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, user_function)


def cache(user_function, /):
    """Lets a function remember all its results."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property that is worked out once and then is an ordinary attribute."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property."
            ) from None
        value = attributes.get(self.attrname, _missing)
        if value is _missing:
            value = attributes[self.attrname] = self.func(instance)
        return value


def _find_implementation(cls, registry):
    """The function registered for the first class of `cls`'s MRO; abstract classes come where they fit best."""
    mro = cls.__mro__
    for position, base in enumerate(mro):
        if base in registry and base is not object:
            return registry[base]
        # An abstract class that `base` joined, and that no later class of the MRO explains.
        later = mro[position + 1 :]
        abstract = [
            known
            for known in registry
            if known not in mro and issubclass(base, known) and not any([issubclass(other, known) for other in later])
        ]
        best = []
        for known in abstract:
            if not any([other is not known and issubclass(other, known) for other in abstract]):
                best.append(known)
        if len(best) > 1:
            raise RuntimeError(f'Ambiguous dispatch: {best[0]} or {best[1]}')
        if best:
            return registry[best[0]]
    return registry[object]


def singledispatch(func):
    """A function with several implementations, chosen by the type of its first argument."""
    registry = {object: func}
    found = {}

    def dispatch(cls):
        """The implementation for a class."""
        implementation = found.get(cls)
        if implementation is None:
            implementation = found[cls] = _find_implementation(cls, registry)
        return implementation

    def register(cls, func=None):
        """Registers an implementation for a class, or for the one that the function's annotation names."""
        if func is None:
            if isinstance(cls, type) or _is_union(cls):
                return lambda func: register(cls, func)
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain '
                    '`@register` on an annotated function.'
                )
            func = cls
            name, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                from typing import get_type_hints

                cls = get_type_hints(func)[name]
            if _is_union(cls):
                if not all([_is_class(one) for one in cls.__args__]):
                    raise TypeError(f'Invalid annotation for {name!r}. {cls!r} not all arguments are classes.')
            elif not _is_class(cls):
                raise TypeError(f'Invalid annotation for {name!r}. {cls!r} is not a class.')
        elif not isinstance(cls, type) and not _is_union(cls):
            raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
        for one in cls.__args__ if _is_union(cls) else (cls,):
            registry[one] = func
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, '__name__', 'singledispatch function')
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _is_class(thing):
    from types import GenericAlias

    return isinstance(thing, type) and not isinstance(thing, GenericAlias)


def _is_union(thing):
    return hasattr(thing, '__args__') and type(thing).__name__ in ('UnionType', '_UnionGenericAlias')


class singledispatchmethod:
    """`singledispatch` for methods: chosen by the type of the first argument after `self` or `cls`."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **kwargs):
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        update_wrapper(method, self.func)
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)


for _function in (cmp_to_key, reduce):
    _builtin_function(_function, '_functools')
del _function
