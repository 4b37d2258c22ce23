"""`async with timeout(…)`: a block that is cancelled when its time is up."""

import _time
from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ['Timeout', 'timeout', 'timeout_at']

_CREATED = 'created'
_ENTERED = 'active'
_EXPIRING = 'expiring'
_EXPIRED = 'expired'
_EXITED = 'finished'


class Timeout:
    """Cancels the task at a time, and makes a TimeoutError of the CancelledError that comes out."""

    def __init__(self, when):
        self._state = _CREATED
        self._when = when
        self._timer = None
        self._task = None

    def when(self):
        """The loop's time at which it ends, or None."""
        return self._when

    def reschedule(self, when):
        """Moves the end."""
        if self._state != _ENTERED:
            if self._state == _CREATED:
                raise RuntimeError('Timeout has not been entered')
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        if self._timer is not None:
            self._timer.cancel()
        if when is None:
            self._timer = None
            return
        loop = events.get_running_loop()
        if when <= _time.now():
            self._timer = loop.call_soon(self._on_timeout)
        else:
            self._timer = loop.call_at(when, self._on_timeout)

    def expired(self):
        """Whether its time was up."""
        return self._state in (_EXPIRING, _EXPIRED)

    async def __aenter__(self):
        if self._state != _CREATED:
            raise RuntimeError('Timeout has already been entered')
        task = tasks.current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = _ENTERED
        self._task = task
        self._cancelling = self._task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._state == _EXPIRING:
            self._state = _EXPIRED
            if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
                # Nobody else has asked the task to end.
                raise TimeoutError from exc_val
        elif self._state == _ENTERED:
            self._state = _EXITED

    def _on_timeout(self):
        self._task.cancel()
        self._state = _EXPIRING
        self._timer = None

    def __repr__(self):
        when = ''
        if self._state == _ENTERED:
            when = f' when={None if self._when is None else round(self._when, 3)}'
        return f'<Timeout [{self._state}]{when}>'


def timeout(delay):
    """A block that may take `delay` seconds; None: as long as it likes."""
    return Timeout(None if delay is None else _time.now() + delay)


def timeout_at(when):
    """A block that ends at a time of the loop's clock."""
    return Timeout(when)
