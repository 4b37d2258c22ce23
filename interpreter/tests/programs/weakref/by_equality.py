"""Async iteration over awaitables of one's own, weak collections by equality, order of finalisers and callbacks."""
import weakref


class Now:
    """An awaitable that is ready."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Numbers:
    def __init__(self, *items):
        self.items = list(items)

    def __aiter__(self):
        return self

    def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        return self.items.pop(0)


class Fails:
    def __await__(self):
        raise ZeroDivisionError("in __await__")


class Coro:
    def __await__(self):
        return coro


class NoIterator:
    def __await__(self):
        return [1]


async def sleepless():
    return "slept"


def run(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except BaseException as error:
        return f"{type(error).__name__}: {error} / {error.__cause__!r}"


async def all_of(items):
    return [item async for item in items]


async def wait_for(thing):
    return await thing


coro = sleepless()
print(run(all_of(Numbers(Now(1), sleepless(), Now(3)))))
print(run(all_of(Numbers(Now(1), 5))))
print(run(all_of(Numbers(Fails()))))
print(run(wait_for(Coro())))
print(run(wait_for(NoIterator())))
print(run(wait_for(Fails())))
print(run(wait_for(coro)))


class Key:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Key({self.name})"


a, b = Key(1), Key(1)
seen = weakref.WeakSet([a])
print(b in seen, 5 in seen, len(seen), a is b)
seen.add(b)
print(len(seen), weakref.ref(a) == weakref.ref(b), hash(weakref.ref(a)) == hash(1))
table = weakref.WeakKeyDictionary({a: "first"})
print(table[b], table.get(Key(2)), Key(1) in table)
table[b] = "second"
print(len(table), table[a])
keep = weakref.ref(a)
print(weakref.getweakrefcount(b), weakref.getweakrefcount(a) > 1, weakref.ref(a) is keep, keep in weakref.getweakrefs(a))
del a
print(len(table), len(seen), keep(), b in seen)
try:
    hash(keep)
except TypeError as error:
    print(error)
print(keep == keep, keep == weakref.ref(b))


class Noisy:
    def __del__(self):
        print("finaliser", id(self) == number)


noisy = Noisy()
number = id(noisy)
watch = weakref.ref(noisy, lambda ref: print("callback", ref()))
weakref.finalize(noisy, print, "finalize")
del noisy
print("end")
