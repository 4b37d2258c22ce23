"""Special methods that are descriptors: what they give is called, when they are asked, and what it means that they fail."""

import asyncio


class Fails:
    def __init__(self, error):
        self.error = error

    def __get__(self, instance, owner):
        print("  get", type(instance).__name__)
        raise self.error("lost")


class Gives:
    def __init__(self, result):
        self.result = result

    def __get__(self, instance, owner):
        print("  get", type(instance).__name__)

        def method(*args):
            print("  called", len(args))
            return self.result
        return method


def attempt(name, act):
    print(name)
    try:
        print(" ", act())
    except BaseException as error:
        print(" ", type(error).__name__, error)


class Lost:
    __iter__ = __hash__ = __repr__ = __lt__ = __bool__ = __len__ = Fails(ValueError)
    __aiter__ = __anext__ = __await__ = __enter__ = __call__ = __add__ = Fails(KeyError)

    def __getitem__(self, at):
        return [4, 5][at]


class Manager:
    __enter__ = Gives("entered")
    __exit__ = Gives(False)
    __aenter__ = Gives(asyncio.sleep(0))


class HalfManager:
    __enter__ = Gives(1)


class Static:
    __len__ = staticmethod(lambda: 3)
    __iter__ = classmethod(lambda cls: iter([cls.__name__]))
    __getattr__ = classmethod(lambda cls, name: f"{cls.__name__}.{name}")
    __setattr__ = staticmethod(lambda name, value: print("  set", name, value))
    __eq__ = classmethod(lambda cls, other: other)
    __contains__ = property(lambda self: lambda item: item == 1)


def enter(manager):
    with manager as entered:
        return entered


async def awaited(thing):
    return await thing


async def walked(thing):
    return [item async for item in thing]


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


lost = Lost()
attempt("iter", lambda: list(lost))
attempt("hash", lambda: hash(lost))
attempt("repr", lambda: repr(lost).partition(" at ")[0])
attempt("less", lambda: lost < 1)
attempt("bool", lambda: bool(lost))
attempt("len", lambda: len(lost))
attempt("call", lambda: lost())
attempt("add", lambda: lost + 1)
attempt("with", lambda: enter(lost))
attempt("await", lambda: run(awaited(lost)))
attempt("async for", lambda: run(walked(lost)))
attempt("aiter", lambda: aiter(lost))
attempt("anext", lambda: anext(lost))
attempt("a manager", lambda: enter(Manager()))
attempt("half of one", lambda: enter(HalfManager()))
static = Static()
attempt("static", lambda: (len(static), list(static), static.name, static == 5, 1 in static))
static.x = 1


class Descriptor:
    __get__ = lambda self, instance, owner: (type(instance).__name__, owner.__name__)
    __set__ = property(lambda self: lambda *args: print("  set by a property", len(args)))
    __delete__ = classmethod(lambda cls, instance: print("  deleted", cls.__name__))


class Error(Exception):
    def __get__(self, instance, owner):
        return f"{self} of {owner.__name__}"

    def __set_name__(self, owner, name):
        print("  named", name, owner.__name__)


class Holder:
    plain = Descriptor()
    error = Error("an exception")
    method = classmethod(Descriptor())


holder = Holder()
holder.plain = 1
del holder.plain
print(holder.plain, Holder.plain, holder.error, Holder.error, Holder.method)


class Swallows:
    """Functions of C that ask for an index swallow what goes wrong."""

    def __index__(self):
        raise KeyError("index")


attempt("in bytes", lambda: Swallows() in b"abc")
attempt("a list", lambda: [1][Swallows()])
