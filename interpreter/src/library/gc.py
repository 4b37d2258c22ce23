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


def get_threshold():
    return (700, 10, 10)


def set_threshold(*thresholds):
    """Nothing is collected, so nothing depends on it."""


def freeze():
    """Nothing is collected."""


def unfreeze():
    """Nothing is collected."""


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))


def get_objects(generation=None):
    raise RuntimeError('gc.get_objects is not here')


get_referrers = get_referents = get_stats = get_objects


_Function = type(collect)
for _function in list(globals().values()):
    if type(_function) is _Function:
        _builtin_function(_function, 'gc')
del _function, _Function
