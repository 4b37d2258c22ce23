from contextlib import closing, nullcontext, redirect_stdout, suppress
import io

with suppress(ZeroDivisionError, KeyError):
    1 / 0
print("suppressed")
try:
    with suppress(KeyError):
        [][0]
except IndexError:
    print("not that one")


def g():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


with closing(g()) as it:
    print(next(it))
with nullcontext("value") as v:
    print(v)
