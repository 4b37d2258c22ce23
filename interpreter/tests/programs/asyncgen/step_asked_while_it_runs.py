# An `asend` object that is asked again by what it runs is used up; so is one that is asked by name.
import types


@types.coroutine
def pause(n):
    return (yield n)


async def ticks():
    for n in range(3):
        for ask in asks:
            try:
                print("asked", ask())
            except BaseException as error:
                print("inside", type(error).__name__, error)
        print("got", await pause(n))
        yield n


def drive(label, make, ask):
    global asks
    print("--", label)
    it = ticks()
    step = make(it)
    asks = [lambda: ask(step)]
    for turn in range(4):
        try:
            print("outside", step.send(turn or None))
        except BaseException as error:
            print("outside", type(error).__name__, error)


drive("asend, send", lambda it: it.asend(None), lambda step: step.send(None))
drive("asend, send a value", lambda it: it.asend(None), lambda step: step.send(5))
drive("anext, next", lambda it: it.__anext__(), lambda step: next(step))
drive("anext, throw", lambda it: it.__anext__(), lambda step: step.throw(KeyError("k")))
drive("athrow", lambda it: it.athrow(KeyError("k")), lambda step: step.send(None))
drive("aclose", lambda it: it.aclose(), lambda step: step.send(None))
