# Wrong arguments, and filters of each kind.
import warnings


def t(f, *a, **k):
    try:
        print(f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)


t(warnings.warn)
t(warnings.warn, 5)
t(warnings.warn, "x", 5)
t(warnings.warn, "x", int)
t(warnings.warn, "x", Exception)
t(warnings.warn, "x", UserWarning, "a")
t(warnings.warn, UserWarning("inst"))
t(warnings.warn, UserWarning("inst2"), DeprecationWarning)
t(warnings.warn, "x", stacklevel=99)
t(warnings.warn, "x2", stacklevel=-5)
t(warnings.warn, message="kw", category=FutureWarning)
t(warnings.warn, "x", bad=1)
t(warnings.simplefilter, "bad")
t(warnings.simplefilter, "error", 5)
t(warnings.simplefilter, "error", lineno=-1)
t(warnings.filterwarnings, "bad")
t(warnings.filterwarnings, "error", 5)
t(warnings.filterwarnings, "error", "", int)
t(warnings.filterwarnings, "error", module=5)
t(warnings.filterwarnings, "error", lineno="a")
t(warnings.warn_explicit, "x")
t(warnings.warn_explicit, "x", UserWarning, "f", "l")
t(warnings.warn_explicit, "x", None, "f", 1)
t(warnings.warn_explicit, "x", UserWarning, "f", 1, registry=5)
t(warnings.warn_explicit, "y", UserWarning, "f.py", 1, module="m")
t(warnings.formatwarning, "a", UserWarning, "f", 1)
t(warnings.formatwarning, "a", UserWarning, "f", 1, "line")
t(warnings.formatwarning)
warnings.resetwarnings()
print(warnings.filters)
warnings.simplefilter("once")
for i in range(3):
    warnings.warn("once")
warnings.simplefilter("default")
for i in range(2):
    warnings.warn("default")
    warnings.warn("default")
warnings.simplefilter("module")
for i in range(2):
    warnings.warn("module")
    warnings.warn("module")
warnings.filterwarnings("error", "err.*", RuntimeWarning)
t(warnings.warn, "error me", RuntimeWarning)
t(warnings.warn, "no error me", RuntimeWarning)
warnings.filterwarnings("ignore", category=UserWarning, append=True)
print(warnings.filters[-1], len(warnings.filters))


class W(UserWarning):
    def __str__(self):
        return "own str"


warnings.simplefilter("always")
t(warnings.warn, W("q"))
t(warnings.warn, "q", W)


class Bad(UserWarning):
    def __str__(self):
        raise ValueError("str")


t(warnings.warn, Bad())
with warnings.catch_warnings():
    warnings.simplefilter("error")
    t(warnings.warn, "err")
t(warnings.warn, "again")
c = warnings.catch_warnings()
print(c)
try:
    c.__exit__()
except RuntimeError as e:
    print(e)
with c:
    try:
        c.__enter__()
    except RuntimeError as e:
        print(e)
with warnings.catch_warnings(record=True, action="ignore") as l:
    warnings.warn("x")
    print(l)
warnings.warn("last\nlines")


def inner():
    warnings.warn("deep", stacklevel=2)


inner()
