"""Functions of the library that are built in: they do not bind, have no attributes, and refuse wrong arguments in their own words."""

import bisect
import copy
import functools
import heapq
import inspect
import itertools
import operator
import sys
import time
import types


class Tools:
    add = operator.add
    push = heapq.heappush
    fold = functools.reduce
    place = bisect.bisect_left


tools = Tools()
heap = []
tools.push(heap, 2)
tools.push(heap, 1)
print(heap, tools.add(2, 3), tools.fold(operator.mul, [2, 3, 4]), tools.place([1, 3], 2))
print(operator.add, heapq.heappush, functools.reduce, time.thread_time_ns, sys.exit, itertools.tee)
print(operator.add.__name__, operator.add.__module__, heapq.heappop.__module__, time.mktime.__qualname__, tools.add is operator.add)
print([isinstance(f, types.BuiltinFunctionType) for f in (operator.add, bisect.insort, time.mktime, functools.cmp_to_key, len)])
print([inspect.isfunction(f) or inspect.isbuiltin(f) for f in (operator.add, heapq.merge, heapq.heapify)], inspect.isfunction(time.mktime))
print(inspect.signature(heapq.heappush), inspect.signature(bisect.bisect_left))
print(copy.copy(operator.add) is operator.add, copy.deepcopy([time.mktime])[0] is time.mktime)
for change in ('set', 'read'):
    try:
        if change == 'set':
            operator.add.note = 1
        else:
            operator.add.__code__
    except AttributeError as error:
        print(error)


@functools.wraps(operator.add)
def added(a, b):
    return a + b


print(added.__name__, added.__wrapped__, added.__module__)
calls = [
    lambda: time.mktime(), lambda: time.mktime(1, 2), lambda: time.thread_time(1), lambda: time.mktime(tuple=1),
    lambda: operator.add(1),
    lambda: operator.add(1, 2, 3), lambda: operator.add(a=1, b=2), lambda: operator.neg(), lambda: heapq.heappush([]), lambda: heapq.heappop(),
    lambda: heapq.heappush((), 1), lambda: heapq.heapify('abc'), lambda: heapq.heappop(5), lambda: heapq.heappop([]),
    lambda: heapq.heapreplace([], 1), lambda: functools.reduce(1), lambda: functools.reduce(), lambda: functools.cmp_to_key(),
    lambda: bisect.bisect_left([1]), lambda: bisect.bisect_left([1], 2, 3, 4, 5), lambda: bisect.insort(), lambda: bisect.bisect([1], 2, low=1),
    lambda: bisect.bisect([1], 2, a=[1]), lambda: itertools.tee([], n=2), lambda: itertools.tee(), lambda: sys.exit(1, 2),
    lambda: sys.getdefaultencoding(1), lambda: sys.exit(status=1), lambda: functools.partial(print)(*5), lambda: list(itertools.starmap(print, [1])),
]
for call in calls:
    try:
        call()
    except (TypeError, IndexError) as error:
        print(error)
print(operator.methodcaller('format', self=1)('{self}'), functools.partial[int])
