"""Frames in the traceback of an exception that nobody can catch: the innermost dies first, whatever the exception itself holds."""

import types


class Mark:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def fail():
    mark = Mark("fail")
    1 / 0


def inner():
    mark = Mark("inner")
    try:
        yield
    finally:
        fail()


def middle():
    mark = Mark("middle")
    yield from inner()


def outer():
    mark = Mark("outer")
    yield from middle()


@types.coroutine
def pause():
    yield


async def awaited():
    mark = Mark("awaited")
    try:
        await pause()
    finally:
        fail()


async def awaiting():
    mark = Mark("awaiting")
    await awaited()


async def ticks():
    mark = Mark("ticks")
    await awaited()
    yield


for make in inner, middle, outer:
    print(make.__name__)
    generator = make()
    next(generator)
    del generator

print("coroutine")
coroutine = awaiting()
coroutine.send(None)
del coroutine

print("async generator, its step first")
generator = ticks()
step = generator.asend(None)
step.send(None)
del step
del generator

print("async generator first")
generator = ticks()
step = generator.asend(None)
step.send(None)
del generator
del step
print("at the end")
generator = ticks()
step = generator.asend(None)
step.send(None)
