# What methods of types that are written in C are: descriptors on the type, built-in methods when bound.
import array
import asyncio
import collections
import contextvars
import datetime
import decimal
import functools
import itertools
import queue
import random
import re
import types


def told(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}".split(" at 0x")[0]


METHODS = [
    (collections.deque, "append"),
    (collections.deque, "__len__"),
    (collections.OrderedDict, "move_to_end"),
    (collections.defaultdict, "copy"),
    (datetime.date, "isoformat"),
    (datetime.datetime, "timestamp"),
    (datetime.timedelta, "total_seconds"),
    (decimal.Decimal, "sqrt"),
    (decimal.Decimal, "__add__"),
    (decimal.Context, "sqrt"),
    (array.array, "append"),
    (itertools.count, "__next__"),
    (functools.partial, "__call__"),
    (re.Pattern, "match"),
    (contextvars.ContextVar, "get"),
    (contextvars.Context, "run"),
    (asyncio.Future, "result"),
    (asyncio.Task, "cancel"),
    (random.Random, "getrandbits"),
    (queue.SimpleQueue, "put"),
    (list, "append"),
    (dict, "get"),
]
for kind, name in METHODS:
    method = getattr(kind, name)
    print(method, type(method).__name__, method.__name__, method.__qualname__, method.__objclass__ is not None)
    print(told(lambda: method()))
    print(told(lambda: method(3)))
    print(told(lambda: setattr(method, "x", 1)))

for receiver, name in [
    (collections.deque(), "append"),
    (collections.deque(), "__len__"),
    (datetime.timedelta(1), "total_seconds"),
    (decimal.Decimal(1), "sqrt"),
    (itertools.count(), "__next__"),
    (queue.SimpleQueue(), "put"),
    (random.Random(), "random"),
]:
    method = getattr(receiver, name)
    print(str(method).split(" at 0x")[0], type(method).__name__, method.__self__ is receiver, isinstance(method, types.MethodType))
    print(method.__name__, method.__qualname__, hasattr(method, "__func__"), hasattr(method, "__code__"), callable(method))

for kind in (collections.deque, itertools.count, datetime.timedelta, functools.partial, contextvars.ContextVar, asyncio.Future):
    print(told(lambda: setattr(kind, "x", 1)))
    print(told(lambda: delattr(kind, "__doc__")))


# A subclass can be changed, and what it overrides is a function.
class Loud(collections.deque):
    def append(self, item):
        collections.deque.append(self, item)
        print("appended", item)


loud = Loud()
loud.append(1)
collections.deque.append(loud, 2)
Loud.extra = 3
print(loud, Loud.append.__class__.__name__, loud.append.__class__.__name__, Loud.pop is collections.deque.pop, loud.extra)
print(told(lambda: type(3, x=4)), told(lambda: type(3, 4)))
