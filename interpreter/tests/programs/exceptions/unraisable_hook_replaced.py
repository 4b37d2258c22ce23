# Hooks for what nobody can catch: good ones, bad ones and none.
import sys


def unraisable(u):
    print(
        "unraisable", u.exc_type.__name__, u.exc_value, u.err_msg, type(u.object).__name__, u.exc_traceback is not None
    )


sys.unraisablehook = unraisable


class A:
    def __del__(self):
        raise ValueError("del")


a = A()
del a


def g():
    try:
        yield
    finally:
        raise KeyError("fin")


x = g()
next(x)
del x
import weakref


class B:
    pass


b = B()
r = weakref.ref(b, lambda r: 1 / 0)
del b
sys.unraisablehook = 5
a = A()
del a


def bad(u):
    raise RuntimeError("bad hook")


sys.unraisablehook = bad
a = A()
del a
sys.unraisablehook = sys.__unraisablehook__
a = A()
del a
for bad in (None, 5, (1,)):
    try:
        sys.__unraisablehook__(bad)
    except Exception as e:
        print(type(e).__name__, e)
del sys.unraisablehook
a = A()
del a
