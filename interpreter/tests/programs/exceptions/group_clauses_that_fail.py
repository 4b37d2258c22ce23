# The expression behind `except*` raises, in functions and generators, with and without names; so does the body of a clause.


def kind():
    raise KeyError("kind")


def unbound():
    try:
        1 / 0
    except* late:
        pass
    late = 1


def of_call():
    try:
        raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
    except* ValueError as group:
        print("caught", group.exceptions)
    except* kind():
        print("never")


def in_body():
    try:
        raise ExceptionGroup("two", [ValueError(1), TypeError(2)])
    except* ValueError:
        kind()
    except* TypeError as group:
        print("caught", group.exceptions)


def generator():
    try:
        yield 1
    except* kind():
        print("never")


def inside_a_handler():
    try:
        raise OSError("outer")
    except OSError:
        try:
            raise ValueError("inner")
        except* not_there:
            print("never")


def thrown():
    g = generator()
    next(g)
    g.throw(ValueError("thrown"))


def told(error):
    context = error.__context__
    return f"{type(error).__name__}({error})" + (f" while {told(context)}" if context else "")


for function in unbound, of_call, in_body, inside_a_handler, thrown:
    try:
        function()
    except BaseException as error:
        print(function.__name__, told(error))
        if isinstance(error, BaseExceptionGroup):
            print([told(part) for part in error.exceptions])


import sys


def shown(error):
    print(repr(sys.exception()), error.__name__)
    return error


def which_is_handled():
    try:
        raise ExceptionGroup("three", [ValueError(1), TypeError(2), KeyError(3)])
    except* shown(ValueError):
        print(repr(sys.exception()))
        try:
            raise OSError("inside")
        except OSError:
            pass
        print(repr(sys.exception()))
    except* shown(IndexError):
        pass
    except* shown(TypeError) as group:
        del group
        raise
    except* shown(KeyError):
        raise NameError("new")
    print("never")


try:
    which_is_handled()
except BaseException as error:
    print(told(error), [told(part) for part in error.exceptions])
print(sys.exception())
