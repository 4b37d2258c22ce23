"""The collector of cycles: here, cycles live until the run ends, and nothing is left of them then.

https://docs.python.org/3.11/library/gc.html
"""

from _types import builtin_function as _builtin_function

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

callbacks = []
garbage = []

_enabled = True


def _index(value):
    if not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def collect(generation=2):
    """Nothing to collect: objects go with their last reference."""
    return 0


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_count():
    return (0, 0, 0)


_thresholds = (700, 10, 10)


def get_threshold():
    return _thresholds


def set_threshold(threshold0, threshold1=None, threshold2=None, /):
    """Nothing is collected, so nothing depends on it."""
    global _thresholds
    given = (threshold0, threshold1, threshold2)
    _thresholds = tuple([known if new is None else _index(new) for new, known in zip(given, _thresholds)])


_debug = 0


def get_debug():
    return _debug


def set_debug(flags, /):
    """Nothing is collected, so nothing is told of it."""
    global _debug
    _debug = _index(flags)


def get_stats():
    return [{'collections': 0, 'collected': 0, 'uncollectable': 0} for _ in range(3)]


def get_freeze_count():
    return 0


def is_finalized(obj, /):
    """Whether the collector has finalised an object that lives on: it has finalised none."""
    return False


def freeze():
    """Nothing is collected."""


def unfreeze():
    """Nothing is collected."""


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def _absent(name):
    def absent(*args, **kwargs):
        raise RuntimeError(f'gc.{name} is not here')

    absent.__name__ = absent.__qualname__ = name
    return absent


get_objects, get_referrers, get_referents = [_absent(name) for name in ('get_objects', 'get_referrers', 'get_referents')]


_Function = type(collect)
for _function in list(globals().values()):
    if type(_function) is _Function:
        _builtin_function(_function, 'gc')
del _function, _Function
