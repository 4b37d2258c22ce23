# The program's functions in the place of `showwarning` and `formatwarning`: what can't be called, what takes too few arguments, and none at all.
import warnings, sys


def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


def case(show):
    warnings.resetwarnings()
    warnings.simplefilter("always")
    warnings.showwarning = show
    t(warnings.warn, "message")
    t(warnings.warn, "m", DeprecationWarning, stacklevel=2)
    t(warnings.warn_explicit, "x", UserWarning, "file", 3)


case(lambda: 1)
case(lambda a, b: 1)
case(lambda *a: print(len(a), a))
case(lambda m, c, f, l, file, line: print("six"))
case(lambda m, c, f, l, file=None, line=None: print("ok", m, c, l, file, line))
case(5)
case(None)
case(lambda **k: 1)


def bad(*a):
    raise KeyError("bad")


case(bad)


class S:
    def __call__(self, message, category, filename, lineno, file=None, line=None):
        print("called", message, category.__name__, filename, lineno)


case(S())


class T:
    def m(self, *a):
        print("method", len(a))


case(T().m)
del warnings.showwarning
t(warnings.warn, "deleted")
import warnings as w

w.showwarning = w._showwarning_orig if hasattr(w, "_showwarning_orig") else None
t(w.warn, "orig")
w.formatwarning = lambda message, category, filename, lineno, line=None: (
    f"<{message}|{category.__name__}|{lineno}|{line}>\n"
)
t(w.warn, "formatted")
w.formatwarning = lambda: 1
t(w.warn, "formatted")
w.formatwarning = lambda *a: 5
t(w.warn, "formatted")
w.formatwarning = None
t(w.warn, "formatted")
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("always")
    warnings.warn("caught", RuntimeWarning)
    print(
        log[0].message,
        log[0].category,
        log[0].lineno,
        log[0].filename[-7:],
        log[0].file,
        log[0].line,
        log[0].source,
        log[0],
    )
