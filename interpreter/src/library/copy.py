"""Copies of objects: shallow, and deep.

https://docs.python.org/3.11/library/copy.html
"""

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    """An object can't be copied."""


error = Error


def _is_atomic(x):
    """Whether `x` is its own copy."""
    return x is None or x is ... or x is NotImplemented or type(x) in _ATOMIC


_ATOMIC = {int, float, bool, complex, str, bytes, type, range, property, type(_is_atomic), type(len)}


def copy(x):
    """A shallow copy: a new object with the same contents."""
    cls = type(x)
    if _is_atomic(x) or cls in (tuple, frozenset, slice) or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, '__copy__', None)
    if method is not None:
        return method(x)
    return _remake(x, lambda part: part)


def deepcopy(x, memo=None, _nil=[]):
    """A deep copy: the contents are copied too, each object once."""
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    if _is_atomic(x) or isinstance(x, type):
        return x
    made = _deepcopy_of(x, memo)
    if made is not x:
        memo[id(x)] = made
        # The original must live on, so that its id stays its own.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deepcopy_of(x, memo):
    cls = type(x)
    if cls is list:
        made = []
        memo[id(x)] = made
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = {}
        memo[id(x)] = made
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        # It may have come up inside itself meanwhile.
        if id(x) in memo:
            return memo[id(x)]
        for old, new in zip(x, items):
            if old is not new:
                return tuple(items)
        return x
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return x.copy()
    method = getattr(x, '__deepcopy__', None)
    if method is not None:
        return method(memo)
    if cls.__name__ == 'method':
        return cls(x.__func__, deepcopy(x.__self__, memo))
    return _remake(x, lambda part: deepcopy(part, memo), memo)


def _remake(x, part, memo=None):
    """A new object of the same class, whose parts are what `part` makes of those of `x`."""
    cls = type(x)
    reduce = cls.__dict__.get('__reduce__') or next(
        (base.__dict__['__reduce__'] for base in cls.__mro__ if base is not object and '__reduce__' in base.__dict__), None
    )
    if reduce is not None:
        recipe = reduce(x)
        if isinstance(recipe, str):
            return x
        made = recipe[0](*part(tuple(recipe[1])))
        if memo is not None:
            memo[id(x)] = made
        for item in recipe[3] if len(recipe) > 3 and recipe[3] is not None else ():
            made.append(part(item))
        for key, value in recipe[4] if len(recipe) > 4 and recipe[4] is not None else ():
            made[part(key)] = part(value)
        if len(recipe) > 2 and recipe[2] is not None and hasattr(cls, '__setstate__'):
            made.__setstate__(part(recipe[2]))
            return made
    else:
        made = _blank(x, cls, part, memo)
    _copy_state(x, made, part)
    return made


def _blank(x, cls, part, memo):
    """A new object of a class, with what a built-in base keeps inside."""
    if not hasattr(cls, '__mro__') or cls.__name__ in _NOT_COPYABLE:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    for base in (int, float, complex, str, bytes, tuple, frozenset):
        if isinstance(x, base):
            getnewargs = getattr(cls, '__getnewargs__', None)
            args = (base(x),) if getnewargs is None or base is not tuple else (tuple(x),)
            return base.__new__(cls, part(args[0]))
    made = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = made
    if isinstance(x, list):
        for item in x:
            list.append(made, part(item))
    elif isinstance(x, dict):
        for key, value in x.items():
            dict.__setitem__(made, part(key), part(value))
    elif isinstance(x, set):
        for item in x:
            set.add(made, part(item))
    return made


_NOT_COPYABLE = {'generator', 'coroutine', 'async_generator', 'module', 'frame', 'traceback'}


def _copy_state(x, made, part):
    state = getattr(x, '__dict__', None)
    getstate = getattr(type(x), '__getstate__', None)
    own = getstate is not None and getstate is not getattr(object, '__getstate__', None)
    if own:
        state = getstate(x)
    setstate = getattr(type(x), '__setstate__', None)
    if setstate is not None:
        if state:
            setstate(made, part(state))
    elif state:
        made.__dict__.update(part(state))
    if own:
        # It says all there is to copy, what stands in slots, too.
        return
    for cls in type(x).__mro__:
        slots = cls.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ('__dict__', '__weakref__') and hasattr(x, name):
                setattr(made, name, part(getattr(x, name)))
