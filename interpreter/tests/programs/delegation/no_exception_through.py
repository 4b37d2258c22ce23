# What is no exception, thrown into a chain: whoever would raise it sleeps on, and those that delegate to it get the TypeError.
import traceback
import types

kept = []


def keeping(delegate):
    kept.append(delegate)
    return delegate


def plain():
    try:
        yield 1
    except BaseException as error:
        print("plain", repr(error))
        raise


def chain():
    try:
        yield from keeping(plain())
    except BaseException as error:
        print("chain", repr(error))
        raise


def longer_chain():
    yield from keeping(chain())


def catches():
    delegate = plain()
    try:
        yield from delegate
    except TypeError as error:
        print("catches", error, repr(error.__context__))
        yield delegate.gi_frame is not None
        yield from delegate


def shown(call):
    try:
        print(call())
    except BaseException as error:
        print(repr(error), repr(error.__context__))
        traceback.print_exc()


for thrown in [(5,), (int,), (None,), ((ValueError,),), (ValueError, 1, 2), (ValueError(), 1), (ValueError, 1, "tb"), (5, 6), (5, 6, 7)]:
    print(thrown)
    for make in [plain, chain, longer_chain]:
        generator = make()
        next(generator)
        shown(lambda: generator.throw(*thrown))
        print(generator.gi_frame is None)
    generator = None

for make in [plain, longer_chain]:
    generator = make()
    shown(lambda: generator.throw(5))
    print(next(generator))
generator = None

generator = catches()
next(generator)
try:
    raise KeyError("handled")
except KeyError:
    print(generator.throw(5))
print(list(generator))


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *thrown):
        print("throw", thrown)
        raise RuntimeError("its own")


def to_iterator():
    yield from keeping(Iterator())


def to_list():
    try:
        yield from keeping([1, 2])
    except BaseException as error:
        print("to_list", repr(error))
        raise


def to_generator_of(make):
    yield from keeping(make())


for make in [to_iterator, to_list, lambda: to_generator_of(to_iterator), lambda: to_generator_of(to_list)]:
    for thrown in [5, int, ValueError]:
        generator = make()
        next(generator)
        shown(lambda: generator.throw(thrown))
    generator = None


@types.coroutine
def pause():
    try:
        yield 1
    except BaseException as error:
        print("pause", repr(error))
        raise


async def waits():
    try:
        await keeping(pause())
    except BaseException as error:
        print("waits", repr(error))
        raise


async def waits_for_that():
    await keeping(waits())


async def ticks():
    try:
        await keeping(waits())
        yield 1
    except BaseException as error:
        print("ticks", repr(error))
        raise


async def uses():
    async for _ in keeping(ticks()):
        pass


for make in [waits, waits_for_that, uses, lambda: ticks().asend(None), lambda: ticks().athrow(ValueError)]:
    for thrown in [5, ValueError]:
        sleeper = make()
        try:
            sleeper.send(None)
        except ValueError:
            print("not begun")
            continue
        shown(lambda: sleeper.throw(thrown))
        shown(lambda: sleeper.send(None))
    sleeper = None

while kept:
    kept.pop()
print("all gone")
