"""Recipes of contextlib."""
import contextlib
import io
import sys
from contextlib import ExitStack, contextmanager, suppress, redirect_stdout, closing, nullcontext, ContextDecorator, AbstractContextManager


@contextmanager
def tag(name, **attrs):
    text = "".join(f' {k.rstrip("_")}="{v}"' for k, v in attrs.items())
    print(f"<{name}{text}>")
    try:
        yield name
    except LookupError as e:
        print(f"<!-- {type(e).__name__}: {e} -->")
    finally:
        print(f"</{name}>")


class timed(ContextDecorator):
    def __init__(self, label="?"):
        self.label = label

    def __enter__(self):
        print("enter", self.label)
        return self

    def __exit__(self, *exc):
        print("exit", self.label, exc[0] and exc[0].__name__)
        return False


@timed("f")
def f(x):
    return 1 / x


@tag("p", class_="x")
def g():
    print("inside")
    return 42


with tag("div", id=3) as name, suppress(ZeroDivisionError):
    print(name)
    f(1)
    f(0)
    print("not reached")
print(g(), g())
with tag("ul"):
    with tag("li"):
        {}["missing"]
    [].pop()
buf = io.StringIO()
with redirect_stdout(buf):
    print("captured", end="!")
print(repr(buf.getvalue()))
with ExitStack() as stack:
    names = [stack.enter_context(tag(c)) for c in "abc"]
    stack.callback(print, "callback", sep="-")
    stack.push(lambda *exc: print("push", exc[0]) or True)
    later = stack.pop_all()
    print(names)
print("still open")
later.close()


class Thing:
    def close(self):
        print("closed", id(self) == id(thing))


thing = Thing()
with closing(thing) as t, nullcontext(5) as five:
    print(t is thing, five)


class Meth(AbstractContextManager):
    def __exit__(self, t, v, tb):
        print("meth", v)
        return True


with Meth() as m:
    print(m.__class__.__name__)
    raise RuntimeError("swallowed")


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def never():
    if False:
        yield


for cm in (twice, never):
    try:
        with cm() as v:
            print(v)
    except RuntimeError as e:
        print("RuntimeError:", e)
try:
    with twice():
        raise ValueError("x")
except (RuntimeError, ValueError) as e:
    print(type(e), e)
twice().__enter__().nothing
