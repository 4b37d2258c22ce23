"""Queues between tasks. Those who wait for an item, and those who wait for room, do so in futures, first come first served."""

from _collections import deque
from asyncio.locks import Event, LoopBound
from heapq import heappop, heappush

__all__ = ['Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty']


class QueueEmpty(Exception):
    """`get_nowait` found nothing."""


class QueueFull(Exception):
    """`put_nowait` found no room."""


class Queue(LoopBound):
    """First in, first out; with `maxsize`, holding no more than that."""

    # What `get` waits for, where that is something else than an item.
    _item = None

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        # Items that were put, and not yet reported done.
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished._awaited_as = self
        self._finished.set()
        self._init(maxsize)

    # What the other kinds of queues do otherwise.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    def empty(self):
        return not self._queue

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    async def put(self, item):
        """Puts an item in, as soon as there is room."""
        while self.full():
            waiter = self._new_waiter(self._putters, f'room in a {type(self).__name__}')
            try:
                await waiter
            except BaseException:
                if self._left_unused(waiter, self._putters) and not self.full():
                    self._wake_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        """Puts an item in now."""
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._wake_next(self._getters)

    async def get(self):
        """Takes an item out, as soon as there is one."""
        while self.empty():
            waiter = self._new_waiter(self._getters, self._item or f'an item in a {type(self).__name__}')
            try:
                await waiter
            except BaseException:
                if self._left_unused(waiter, self._getters) and not self.empty():
                    self._wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        """Takes an item out now."""
        if self.empty():
            raise QueueEmpty
        item = self._get()
        self._wake_next(self._putters)
        return item

    def _left_unused(self, waiter, waiters):
        """Takes out one that waits no longer. Whether it was woken already: its turn is then the next one's."""
        waiter.cancel()
        # Whoever wakes one has taken it out.
        if waiter in waiters:
            waiters.remove(waiter)
        return not waiter.cancelled()

    def _wake_next(self, waiters):
        while waiters:
            waiter = waiters.popleft()
            if not waiter.done():
                waiter.set_result(None)
                break

    def task_done(self):
        """Reports that the work on an item is done."""
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        """Waits until all items were reported done."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def _in_words(self):
        calls = 'call' if self._unfinished_tasks == 1 else 'calls'
        return f'{self._unfinished_tasks} more {calls} of task_done() of a {type(self).__name__}'

    def _describe(self):
        text = f'maxsize={self._maxsize!r}'
        if getattr(self, '_queue', None):
            text += f' _queue={list(self._queue)!r}'
        if self._getters:
            text += f' _getters[{len(self._getters)}]'
        if self._putters:
            text += f' _putters[{len(self._putters)}]'
        if self._unfinished_tasks:
            text += f' tasks={self._unfinished_tasks}'
        return text

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._describe()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._describe()}>'

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias

        return GenericAlias(cls, item)


class PriorityQueue(Queue):
    """Gives the smallest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """Gives the newest item first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
