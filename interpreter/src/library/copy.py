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
    recipe = type(x).__reduce_ex__(x, 4)
    return x if isinstance(recipe, str) else _made_of(part, memo, x, *recipe)


def _made_of(part, memo, x, make, args, state=None, items=None, entries=None):
    """What a recipe makes, see https://docs.python.org/3.11/library/pickle.html#object.__reduce__."""
    made = make(*map(part, args))
    if memo is not None:
        memo[id(x)] = made
    if state is not None:
        _put_state(made, part(state))
    if items is not None:
        for item in items:
            made.append(part(item))
    if entries is not None:
        for key, value in entries:
            made[part(key)] = part(value)
    return made


def _put_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.items():
            setattr(made, name, value)
