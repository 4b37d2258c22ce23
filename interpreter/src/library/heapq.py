"""A list kept as a heap: its smallest item is the first, and each item is at most as large as the two at twice its place.

https://docs.python.org/3.11/library/heapq.html. Items are compared by `<` alone and in CPython's order: so equal items come out as there.
"""

from _types import builtin_function as _builtin_function, type_name as _type_name

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def heappush(heap, item, /):
    """Adds an item."""
    _check_list(heap, 'heappush')
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Takes out the smallest item."""
    _check_list(heap, 'heappop', '')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Takes out the smallest item, then adds one."""
    _check_list(heap, 'heapreplace')
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Adds an item, then takes out the smallest."""
    _check_list(heap, 'heappushpop')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x, /):
    """Makes a heap of a list."""
    _check_list(x, 'heapify', '')
    for place in reversed(range(len(x) // 2)):
        _sink(x, place)


def _check_list(heap, name, which=' 1'):
    if not isinstance(heap, list):
        raise TypeError(f'{name}() argument{which} must be list, not {None if heap is None else _type_name(heap)}')


def _rise(heap, top, place):
    """Moves the item at `place` up, though not above `top`, until its parent is not larger."""
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[place] = above
        place = parent
    heap[place] = item


def _sink(heap, place):
    """Moves the item at `place` down.

    First all the way, the smaller child rising each time, then up again to its place: it came from the end and belongs low down, so
    this compares less.
    """
    size = len(heap)
    top = place
    item = heap[place]
    child = 2 * place + 1
    while child < size:
        other = child + 1
        if other < size and not heap[child] < heap[other]:
            child = other
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, top, place)


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, as one sorted iterator."""
    # Each entry: the key, the place among the iterables for equal keys, the item, the iterator.
    waiting = []
    for place, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            waiting.append(_Entry(item if key is None else key(item), -place if reverse else place, item, iterator, reverse))
            break
    heapify(waiting)
    while waiting:
        entry = waiting[0]
        yield entry.item
        for item in entry.iterator:
            entry.item = item
            entry.key = item if key is None else key(item)
            heapreplace(waiting, entry)
            break
        else:
            heappop(waiting)


class _Entry:
    def __init__(self, key, place, item, iterator, reverse):
        self.key = key
        self.place = place
        self.item = item
        self.iterator = iterator
        self.reverse = reverse

    def __lt__(self, other):
        first, second = (other, self) if self.reverse else (self, other)
        if first.key < second.key:
            return True
        if second.key < first.key:
            return False
        return first.place < second.place


def nsmallest(n, iterable, key=None):
    """The `n` smallest items, in order."""
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    """The `n` largest items, the largest first."""
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


for _function in (heapify, heappop, heappush, heappushpop, heapreplace):
    _builtin_function(_function, '_heapq')
del _function
