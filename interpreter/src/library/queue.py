"""Queues of a program with one thread: `get` from an empty one and `put` to a full one would wait for ever, and so refuse.

https://docs.python.org/3.11/library/queue.html; for tasks, see `asyncio.Queue`.
"""

from _collections import deque
from _types import static_type as _static_type
from heapq import heappop, heappush
from types import GenericAlias as _GenericAlias

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue', 'SimpleQueue']


class Empty(Exception):
    """Nothing is in it."""

    __module__ = '_queue'


class Full(Exception):
    """There is no room."""


class Queue:
    """First in, first out."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.unfinished_tasks = 0
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.queue

    def full(self):
        return 0 < self.maxsize <= len(self.queue)

    def put(self, item, block=True, timeout=None):
        if block and self.maxsize > 0:
            _check_timeout(timeout)
        if self.full():
            if block and timeout is None:
                raise RuntimeError('the queue is full, and there is no other thread that could take something out')
            raise Full
        self._put(item)
        self.unfinished_tasks += 1

    def get(self, block=True, timeout=None):
        if block:
            _check_timeout(timeout)
        if not self.queue:
            if block and timeout is None:
                raise RuntimeError(_NOBODY_PUTS)
            raise Empty
        return self._get()

    def put_nowait(self, item):
        self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1

    def join(self):
        if self.unfinished_tasks:
            raise RuntimeError('there are tasks left, and no other thread that could do them')

    __class_getitem__ = classmethod(_GenericAlias)


class PriorityQueue(Queue):
    """The smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """The newest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


@_static_type
class SimpleQueue:
    """First in, first out, without an end: in CPython it is written in C."""

    __module__ = '_queue'
    __slots__ = ('_items', '__weakref__')

    def __new__(cls, /, *args, **kwargs):
        if cls is SimpleQueue and (args or kwargs):
            raise TypeError(f'SimpleQueue() takes no {"positional" if args else "keyword"} arguments')
        made = object.__new__(cls)
        made._items = deque()
        return made

    def put(self, item, block=True, timeout=None):
        self._items.append(item)

    def put_nowait(self, item):
        self._items.append(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None:
            _check_timeout(timeout)
        if not self._items:
            if block and timeout is None:
                raise RuntimeError(_NOBODY_PUTS)
            raise Empty
        return self._items.popleft()

    def get_nowait(self, /):
        return self.get(False)

    def empty(self, /):
        return not self._items

    def qsize(self, /):
        return len(self._items)

    __class_getitem__ = classmethod(_GenericAlias)


_NOBODY_PUTS = 'the queue is empty, and there is no other thread that could put something in'


def _check_timeout(timeout):
    if timeout is not None and timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
