"""Without `sys.excepthook`, the interpreter says so, and tells the exception itself. So it does with hooks that are None."""

import sys


class Failing:
    def __del__(self):
        raise OSError("dying")


def hook(unraisable):
    raise TypeError("in the hook")


Failing()
sys.unraisablehook = hook
Failing()
sys.unraisablehook = None
Failing()
del sys.unraisablehook
Failing()
del sys.excepthook
raise KeyError("lost")
