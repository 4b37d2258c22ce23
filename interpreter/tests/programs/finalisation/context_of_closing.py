"""GeneratorExit is made where the generator is closed or dropped, and has as context what is handled there."""


def inner():
    try:
        yield 1
    except GeneratorExit as error:
        print("inner", repr(error.__context__))
        raise


def outer():
    try:
        yield from inner()
    except GeneratorExit as error:
        print("outer", repr(error.__context__))
        raise


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        print("exit", repr(error), repr(error.__context__))


def managed():
    with Manager(), Manager():
        for i in range(2):
            yield i


async def stepping():
    try:
        yield 1
    except GeneratorExit as error:
        print("stepping", repr(error.__context__))
        raise


for function in (inner, outer, managed):
    for drops in (False, True):
        generator = function()
        next(generator)
        try:
            raise ValueError(function.__name__)
        except ValueError:
            if drops:
                generator = None
            else:
                generator.close()
    generator = function()
    next(generator)
    try:
        raise KeyError
    except KeyError:
        try:
            generator.throw(IndexError)
        except IndexError as error:
            print("thrown", repr(error.__context__))

steps = stepping()
try:
    steps.asend(None).send(None)
except StopIteration:
    pass
try:
    raise ValueError("stepping")
except ValueError:
    try:
        steps.aclose().send(None)
    except StopIteration as stop:
        print("closed", stop.value)
