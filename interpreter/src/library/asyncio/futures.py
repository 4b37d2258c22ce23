"""A future: a result that is not there yet, and the callbacks that wait for it."""

from asyncio import events
from asyncio.exceptions import CancelledError, InvalidStateError
from contextvars import copy_context
from reprlib import recursive_repr
from types import GenericAlias

from _types import static_type as _static_type

__all__ = ['Future', 'isfuture', 'wrap_future']

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(obj):
    """Whether `obj` is a future, or behaves like one."""
    return hasattr(type(obj), '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def loop_of(future):
    """The loop that a future belongs to."""
    return future._loop if isinstance(future, Future) else future.get_loop()


@_static_type
class Future:
    """A result that somebody will set. Who awaits it sleeps until then."""

    __module__ = '_asyncio'  # where CPython's stands

    _state = _PENDING
    _result = None
    _exception = None
    _exception_traceback = None
    _loop = None
    _cancel_message = None
    # The CancelledError that ended the task, to be raised once, so that its context is kept.
    _cancelled_exc = None
    # True between the `yield` of `__await__` and the moment the task has seen it: tells `await future` from `yield future`.
    _asyncio_future_blocking = False
    # Whether an exception is kept that nobody has asked for.
    _log_traceback = False
    # What sets it, in words, for the account of a deadlock.
    _awaits = None

    def __init__(self, *, loop=None):
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []

    def get_loop(self):
        """The loop it belongs to."""
        return self._loop

    def done(self):
        """Whether it has a result, an exception, or was cancelled."""
        return self._state != _PENDING

    def cancelled(self):
        return self._state == _CANCELLED

    def result(self):
        """The result; raises the exception, if that is what was set."""
        error = self._take_error()
        if error is not None:
            raise error
        return self._result

    def exception(self):
        """The exception that was set, or None."""
        if self._state == _CANCELLED:
            raise self._make_cancelled_error()
        if self._state == _PENDING:
            raise InvalidStateError('Exception is not set.')
        self._log_traceback = False
        return self._exception

    def _take_error(self):
        """What `result` is to raise, or None."""
        if self._state == _CANCELLED:
            return self._make_cancelled_error()
        if self._state == _PENDING:
            return InvalidStateError('Result is not set.')
        self._log_traceback = False
        error = self._exception
        # Not the places it has passed since.
        return None if error is None else error.with_traceback(self._exception_traceback)

    def _make_cancelled_error(self):
        error = self._cancelled_exc
        if error is None:
            return CancelledError() if self._cancel_message is None else CancelledError(self._cancel_message)
        self._cancelled_exc = None
        return error

    def set_result(self, result, /):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        self._result = result
        self._state = _FINISHED
        self._schedule_callbacks()

    def set_exception(self, exception, /):
        if self._state != _PENDING:
            raise InvalidStateError('invalid state')
        if isinstance(exception, type):
            exception = exception()
        if not isinstance(exception, BaseException):
            raise TypeError('invalid exception object')
        if type(exception) is StopIteration:
            raise TypeError('StopIteration interacts badly with generators and cannot be raised into a Future')
        self._exception = exception
        self._exception_traceback = exception.__traceback__
        self._state = _FINISHED
        self._log_traceback = True
        self._schedule_callbacks()

    def cancel(self, msg=None):
        """Cancels it, if it is not done; says whether it was."""
        self._log_traceback = False
        if self._state != _PENDING:
            return False
        self._state = _CANCELLED
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def add_done_callback(self, fn, /, *, context=None):
        """Has `fn(self)` called, by the loop, once it is done."""
        if self._state != _PENDING:
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, copy_context() if context is None else context))

    def remove_done_callback(self, fn, /):
        """Forgets all callbacks equal to `fn`, and says how many there were."""
        kept = [entry for entry in self._callbacks if not entry[0] == fn]
        removed = len(self._callbacks) - len(kept)
        if removed:
            self._callbacks[:] = kept
        return removed

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        if callbacks:
            self._callbacks = []
            for fn, context in callbacks:
                self._loop.call_soon(fn, self, context=context)

    def __await__(self):
        while self._state == _PENDING:
            if self._asyncio_future_blocking:
                raise RuntimeError("await wasn't used with future")
            self._asyncio_future_blocking = True
            # To the task that drives whoever awaits this: it sees the future, and sleeps until it is done.
            yield self
        return self.result()

    __iter__ = __await__

    def _repr_info(self):
        info = [self._state.lower()]
        if self._state == _FINISHED:
            if self._exception is not None:
                info.append(f'exception={self._exception!r}')
            else:
                from reprlib import repr as short

                info.append(f'result={short(self._result)}')
        if self._callbacks:
            shown = [events.describe_callback(fn) for fn, _ in self._callbacks]
            if len(shown) > 2:
                shown[1:-1] = [f'<{len(shown) - 2} more>']
            info.append(f"cb=[{', '.join(shown)}]")
        return info

    @recursive_repr()
    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._repr_info())}>"

    def __del__(self):
        if self._log_traceback:
            self._loop.call_exception_handler(
                {
                    'message': f'{type(self).__name__} exception was never retrieved',
                    'exception': self._exception,
                    'future': self,
                }
            )

    __class_getitem__ = classmethod(GenericAlias)


def set_result_unless_cancelled(future, result):
    """What the timer of `sleep` does."""
    if not future.cancelled():
        future.set_result(result)


def wrap_future(future, *, loop=None):
    """Futures of threads are not here: gives asyncio's own back."""
    if isfuture(future):
        return future
    raise TypeError(f'concurrent.futures.Future is expected, got {future!r}')
