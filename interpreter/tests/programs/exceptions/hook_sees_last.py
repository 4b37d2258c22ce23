# What a hook is given, and what `sys` keeps of the last exception.
import sys


def hook(cls, value, tb):
    print("hooked", cls.__name__, value, tb.tb_lineno, tb.tb_next is not None)
    print(sys.last_type, sys.last_value) if hasattr(sys, "last_type") else print("no last")


print(sys.excepthook is sys.__excepthook__, sys.excepthook)
sys.excepthook = hook


def f():
    raise ValueError("x") from KeyError("y")


f()
