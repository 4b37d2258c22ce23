# `f_back`: of frames that run, of those that have ended, and of those that are closed through what they delegate to.
import sys
import types


def stack():
    frame, names = sys._getframe(1), []
    while frame.f_code.co_name != "<module>":
        names.append(f"{frame.f_code.co_name}:{frame.f_lineno}")
        frame = frame.f_back
    names.append(f"module:{frame.f_lineno}")
    return " < ".join(names)


def inner():
    try:
        print("began", stack())
        yield 1
        print("went on", stack())
        yield 2
    except ValueError:
        print("caught", stack())
        yield 3
    finally:
        print("left", stack())


def middle():
    try:
        yield from inner()
    finally:
        print("middle left", stack())


def outer():
    yield from middle()
    yield from middle()


def drive(how):
    generator = outer()
    next(generator)
    if how == "next":
        print(list(generator))
    elif how == "close":
        generator.close()
    elif how == "del":
        del generator
    else:
        try:
            print(generator.throw(how))
        except BaseException as error:
            print("out came", repr(error))


for how in ["next", "close", "del", ValueError, KeyError, GeneratorExit]:
    print("--", how)
    drive(how)


@types.coroutine
def pause():
    try:
        yield
    finally:
        print("pause", stack())


async def waits(awaitable):
    try:
        await awaitable
    finally:
        print("waits", stack())


async def ticks():
    try:
        await pause()
        yield 1
    finally:
        print("ticks", stack())


async def uses():
    async for tick in ticks():
        print(tick)


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        print("next", stack())

    def send(self, value):
        print("send", stack())

    def throw(self, *error):
        print("throw", stack())
        raise StopIteration(5)

    def close(self):
        print("close", stack())


def delegates():
    print("got", (yield from Iterator()))


def delegates_twice():
    yield from delegates()


for make in [lambda: waits(waits(pause())), uses, delegates_twice]:
    for how in ["send", "close", KeyError, GeneratorExit]:
        print("--", how)
        sleeper = make()
        sleeper.send(None)
        try:
            if how == "send":
                sleeper.send(1)
            elif how == "close":
                sleeper.close()
            else:
                sleeper.throw(how)
        except BaseException as error:
            print("out came", repr(error))
        sleeper = None


class Told:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def frame_of_itself():
    told = Told("frame_of_itself")
    return sys._getframe()


def calls_it():
    told = Told("calls_it")
    return frame_of_itself()


frame = calls_it()
print(frame.f_back.f_code.co_name, frame.f_back.f_locals["told"].name, frame.f_back.f_back is sys._getframe())
frame = frame.f_back
print("its back alone")
frame = None


def fails():
    told = Told("fails")
    raise ValueError


def keeps_the_error():
    told = Told("keeps_the_error")
    try:
        fails()
    except ValueError as error:
        return error


def calls_that():
    told = Told("calls_that")
    return keeps_the_error()


error = calls_that()
print("kept")
traceback = error.__traceback__
print(traceback.tb_frame.f_back.f_code.co_name, traceback.tb_next.tb_frame.f_back is traceback.tb_frame)
del traceback
error = None
print("no more")


def nested():
    told = Told("nested")
    this = sys._getframe()

    def deeper():
        return told, sys._getframe(), sys._getframe(1)

    told_too, own, below = deeper()
    print(own.f_back is below is this, sorted(below.f_locals))
    return own.f_back


print(nested().f_back is sys._getframe())


def generator():
    yield sys._getframe()
    yield frame_of_itself()


def uses_generator():
    return list(generator())


own, called = uses_generator()
print(own.f_back, called.f_back is own)
called = None


def returns_a_local():
    this = sys._getframe()
    answer = [1]
    return answer


class Body:
    name = "body"
    frame = sys._getframe()


print(Body.frame.f_back is sys._getframe(), Body.frame.f_locals["name"])
print((lambda: sys._getframe())().f_back is sys._getframe())


def keeps_what_it_returns():
    answer = Told("answer")
    try:
        fails()
    except ValueError as error:
        global kept
        kept = error
    return answer


keeps_what_it_returns()
print("the answer is held by the error")
kept = None
print(repr(frame_of_itself())[:9], "line" in repr(sys._getframe()))
