# Wrong arguments for functions that CPython has in C.
import array
import bisect
import contextlib
import copy
import heapq
import operator


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


# Keywords are looked at before arguments are counted.
show(lambda: 'a'.upper(1, nonsense=2))
show(lambda: len(1, 2, nonsense=3))
show(lambda: [].append(1, 2, nonsense=3))
show(lambda: {}.keys(1, nonsense=2))
show(lambda: (1, 2).index(nonsense=3))
show(lambda: (5).bit_length(1, nonsense=2))
show(lambda: b'a'.isdigit(None, nonsense=1))
show(lambda: id(1, 2, nonsense=3))

for heap in None, (), 1:
    show(lambda: heapq.heapify(heap))
    show(lambda: heapq.heappop(heap))
    show(lambda: heapq.heappush(heap, 1))
show(lambda: array.array(None))

for lo, hi in ('c', None), (0, 'd'), (-1, None), (1.5, None), (True, 3), (0, 2.5):
    show(lambda: bisect.bisect([1, 2, 3], 2, lo, hi))
    show(lambda: bisect.bisect_left([1, 2, 3], 2, lo, hi))
for target in 1, 'text', (1, 3):
    show(lambda: bisect.insort(target, 2))
    show(lambda: bisect.insort_left(target, 2))

show(operator.attrgetter)
show(operator.itemgetter)
show(operator.call)
show(lambda: operator.call(nonsense=1))
show(lambda: operator.call(lambda *args, **kwargs: (args, kwargs), 1, n=2))
show(lambda: operator.countOf(1, 2))
show(lambda: operator.indexOf(1, 2))
show(lambda: operator.indexOf([1], 2))
show(lambda: operator.iconcat(1, 2))
show(lambda: operator.iconcat([1], (2,)))
show(lambda: operator.iconcat(1))
show(lambda: operator.iconcat('a', 'b'))
show(lambda: operator.concat({}, {}))

show(lambda: contextlib.redirect_stdout())
show(lambda: contextlib.redirect_stderr(1, 2))
show(lambda: copy.deepcopy(1, 2))
show(lambda: copy.deepcopy(1, 2, 3, 4))
