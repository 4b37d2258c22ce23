"""sys.excepthook and sys.unraisablehook: the program's own are called."""

import sys


def unraisable(what):
    print('unraisable', what.exc_type.__name__, what.exc_value, what.err_msg, type(what.object).__name__, what.exc_traceback.tb_lineno)


def uncaught(cls, value, traceback):
    print('uncaught', cls.__name__, value)
    print(sys.excepthook is uncaught, sys.excepthook is sys.__excepthook__)


sys.unraisablehook = unraisable
sys.excepthook = uncaught


def sleeper():
    try:
        yield 1
    finally:
        1 / 0


class Noisy:
    def __del__(self):
        raise ValueError('at the end')


sleeping = sleeper()
next(sleeping)
del sleeping
Noisy()
sys.unraisablehook = sys.__unraisablehook__
print(sys.get_asyncgen_hooks(), sys.get_asyncgen_hooks().finalizer)


def fail():
    raise KeyError('nobody catches it')


fail()
