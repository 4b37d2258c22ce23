# The place of what is raised as an object dies: the variable that is assigned or deleted, also where the line has it several times.
import sys
import traceback


def told(unraisable):
    print(unraisable.exc_value)
    traceback.print_tb(unraisable.exc_traceback, file=sys.stdout)


sys.unraisablehook = told


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


def asleep():
    made = stubborn()
    next(made)
    return made


it = asleep(); x = 1; del it
it = asleep(); x = it; it = None; x = 5; it = x
first = second = asleep(); second = None; first = 0; second = first


def local():
    it = asleep(); x = 2; del it
    it = asleep(); it = None; it = x
    return it


local()
