# What the traceback of an exit holds is finalised before the program ends.
import sys


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('finalised', self.name)


def g():
    try:
        yield 1
    finally:
        print('closed')


def f():
    held = Held('local')
    suspended = g()
    next(suspended)
    try:
        sys.exit(3)
    finally:
        print('f: finally')


outside = Held('global')
f()
