# `gi_yieldfrom`, `cr_await`, `ag_await` of frames that run, sleep, or are passed by: by a throw or a close on its way to what they delegate to.
import types


def told(sleeper):
    kinds = {"generator": "gi_yieldfrom", "coroutine": "cr_await", "async_generator": "ag_await"}
    kind = type(sleeper).__name__
    if kind not in kinds:
        return kind
    running = getattr(sleeper, kind[0].replace("g", "gi").replace("c", "cr").replace("a", "ag") + "_running")
    return f"{sleeper.__name__}({'running' if running else 'at rest'}) > {told(getattr(sleeper, kinds[kind]))}"


def shows(place):
    print(place, *map(told, chain), sep=" | ")


def inner():
    try:
        shows("inner runs")
        yield 1
        shows("inner goes on")
        yield 2
    except ValueError:
        shows("inner catches")
        yield 3
        shows("inner after")
    finally:
        shows("inner ends")


def middle():
    try:
        yield from inner()
    finally:
        shows("middle ends")
        yield from []
        shows("middle has ended")


def outer():
    yield from middle()
    shows("outer")


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        shows("next")

    def throw(self, *error):
        shows("throw")
        raise StopIteration

    def close(self):
        shows("close")


def to_iterator():
    yield from Iterator()
    shows("iterator has ended")
    yield


@types.coroutine
def pause(n):
    try:
        yield n
    finally:
        shows("pause ends")


async def ticks():
    try:
        await pause(1)
        yield 1
    finally:
        shows("ticks end")


async def waits():
    try:
        async for _ in iterated:
            shows("turn")
    finally:
        shows("waits ends")
        await pause(2)
        shows("waits has ended")


async def waits_for_that():
    await awaited


def make_generators():
    global chain
    chain = [outer()]


def make_iterators():
    global chain
    chain = [to_iterator()]


def make_coroutines():
    global chain, iterated, awaited
    iterated = ticks()
    awaited = waits()
    chain = [waits_for_that(), awaited, iterated]


for make in [make_generators, make_iterators, make_coroutines]:
    for how in ["send", "close", ValueError, KeyError, GeneratorExit]:
        print("--", make.__name__, how)
        make()
        shows("unborn")
        chain[0].send(None)
        shows("asleep")
        try:
            while True:
                if how == "send":
                    chain[0].send(1)
                elif how == "close":
                    chain[0].close()
                    break
                else:
                    chain[0].throw(how)
                how = "send"
        except BaseException as error:
            print("out came", repr(error))
        shows("at the end")
