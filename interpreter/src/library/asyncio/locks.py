"""Locks for tasks. Who has to wait does so in a future of its own, in a queue, first come first served."""

from _collections import deque
from asyncio import events
from asyncio.exceptions import BrokenBarrierError, CancelledError

__all__ = ['Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier']


class LoopBound:
    """An object that belongs to the loop in which it first has to wait."""

    _loop = None

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop

    def _new_waiter(self, waiters, awaits):
        """A future at the end of the queue of those who wait."""
        waiter = self._get_loop().create_future()
        waiter._awaits = awaits
        waiters.append(waiter)
        return waiter

    def _show(self, state):
        """A `repr` with this state, and the number of those who wait."""
        if self._waiters:
            state += f', waiters:{len(self._waiters)}'
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x} [{state}]>'


class _AsyncContext:
    """`async with` for what has `acquire` and `release`."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_AsyncContext, LoopBound):
    """Held by one task at a time."""

    def __init__(self):
        self._waiters = deque()
        self._locked = False
        # The name of the task that took it.
        self._holder = None

    def __repr__(self):
        return self._show('locked' if self._locked else 'unlocked')

    def locked(self):
        return self._locked

    async def acquire(self):
        """Waits until the lock is free, and takes it."""
        if not self._locked and _all_cancelled(self._waiters):
            self._take()
            return True
        waiter = self._new_waiter(self._waiters, self)
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not self._locked:
                # It was this one's turn: the next one's, then.
                self._wake_first()
            raise
        self._take()
        return True

    def _take(self):
        self._locked = True
        task = getattr(events._get_running_loop(), '_current_task', None)
        self._holder = None if task is None else task.get_name()

    def _in_words(self):
        return 'a Lock' if self._holder is None else f'a Lock that {self._holder} holds'

    def release(self):
        """Frees the lock, for the first who waits."""
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters and not self._waiters[0].done():
            self._waiters[0].set_result(True)


def _all_cancelled(waiters):
    for waiter in waiters:
        if not waiter.cancelled():
            return False
    return True


class Event(LoopBound):
    """A flag to wait for."""

    # In words, what `wait` waits for.
    _awaited_as = 'an Event to be set'

    def __init__(self):
        self._waiters = deque()
        self._value = False

    def __repr__(self):
        return self._show('set' if self._value else 'unset')

    def is_set(self):
        return self._value

    def set(self):
        """Raises the flag, and wakes all who wait."""
        if not self._value:
            self._value = True
            for waiter in self._waiters:
                if not waiter.done():
                    waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        """Waits until the flag is up."""
        if self._value:
            return True
        waiter = self._new_waiter(self._waiters, self._awaited_as)
        try:
            await waiter
            return True
        finally:
            self._waiters.remove(waiter)


class Condition(_AsyncContext, LoopBound):
    """A lock whose holder can wait to be notified, and lets go of it meanwhile."""

    _awaited_as = 'a Condition to be notified'

    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiters = deque()
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __repr__(self):
        return self._show('locked' if self.locked() else 'unlocked')

    async def wait(self):
        """Lets go of the lock, waits to be notified, and takes the lock again."""
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            waiter = self._new_waiter(self._waiters, self._awaited_as)
            try:
                await waiter
                return True
            finally:
                self._waiters.remove(waiter)
        finally:
            # The lock is taken again even where the wait was cancelled: however often, until it is there.
            cancelled = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as error:
                    cancelled = error
            if cancelled is not None:
                raise cancelled

    async def wait_for(self, predicate):
        """Waits until the predicate is true."""
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        """Wakes the first `n` who wait."""
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        for waiter in self._waiters:
            if n <= 0:
                break
            if not waiter.done():
                n -= 1
                waiter.set_result(False)

    def notify_all(self):
        """Wakes all who wait."""
        self.notify(len(self._waiters))


class Semaphore(_AsyncContext, LoopBound):
    """A counter of permits: to acquire takes one, and waits where there is none."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        self._waiters = deque()
        self._value = value

    def __repr__(self):
        return self._show('locked' if self.locked() else f'unlocked, value:{self._value}')

    def locked(self):
        """Whether `acquire` would have to wait."""
        return self._value == 0 or not _all_cancelled(self._waiters)

    async def acquire(self):
        """Takes a permit."""
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._new_waiter(self._waiters, f'a permit of a {type(self).__name__}')
        try:
            try:
                await waiter
            finally:
                self._waiters.remove(waiter)
        except CancelledError:
            if not waiter.cancelled():
                # It had been given a permit: that goes back.
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        """Gives a permit back, to the first who waits."""
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        for waiter in self._waiters:
            if not waiter.done():
                # The permit is taken here, so that nobody comes in between.
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    """A semaphore that refuses more permits back than it had."""

    def __init__(self, value=1):
        self._bound = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class Barrier(LoopBound):
    """Lets tasks go on once a number of them has come."""

    # Its states: tasks come in, tasks go out, it is being reset, it is broken.
    _FILLING = 'filling'
    _DRAINING = 'draining'
    _RESETTING = 'resetting'
    _BROKEN = 'broken'

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._cond._awaited_as = self
        self._parties = parties
        self._state = self._FILLING
        # How many tasks are inside.
        self._count = 0

    def __repr__(self):
        waiters = '' if self.broken else f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x} [{self._state}{waiters}]>'

    def _in_words(self):
        return f'a Barrier, where {self._count} of {self._parties} are'

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == self._FILLING else 0

    @property
    def broken(self):
        return self._state == self._BROKEN

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Waits for the others; gives the place among them, from 0."""
        async with self._cond:
            # Those of the round before must have left.
            await self._cond.wait_for(lambda: self._state not in (self._DRAINING, self._RESETTING))
            self._check_broken()
            try:
                index = self._count
                self._count += 1
                if index + 1 == self._parties:
                    self._state = self._DRAINING
                    self._cond.notify_all()
                else:
                    await self._cond.wait_for(lambda: self._state != self._FILLING)
                    if self._state in (self._BROKEN, self._RESETTING):
                        raise BrokenBarrierError('Abort or reset of barrier')
                return index
            finally:
                self._count -= 1
                self._leave()

    def _check_broken(self):
        if self._state == self._BROKEN:
            raise BrokenBarrierError('Barrier aborted')

    def _leave(self):
        """The last one out lets the next round in."""
        if self._count == 0:
            if self._state in (self._RESETTING, self._DRAINING):
                self._state = self._FILLING
            self._cond.notify_all()

    async def reset(self):
        """Back to the beginning; those who wait get BrokenBarrierError."""
        async with self._cond:
            if self._count > 0:
                if self._state != self._RESETTING:
                    self._state = self._RESETTING
            else:
                self._state = self._FILLING
            self._cond.notify_all()

    async def abort(self):
        """Breaks it: those who wait, and those who come, get BrokenBarrierError."""
        async with self._cond:
            self._state = self._BROKEN
            self._cond.notify_all()
