"""Tasks: coroutines that the loop drives; and the functions that wait for several of them, or not for ever.

A task drives its coroutine by `send(None)`. What the coroutine yields is the future that it waits for: the task asks the future to wake it,
and sleeps. In the end, behind all of async and await, everything is a generator.
"""

import _loop
from asyncio import events, futures
from asyncio.coroutines import describe, iscoroutine
from asyncio.exceptions import CancelledError, InvalidStateError
from asyncio.waiting import FirstOf, in_words
from contextvars import copy_context
from types import GeneratorType, coroutine
from _weakrefset import WeakSet

from _types import builtin_function as _builtin_function, static_type as _static_type

__all__ = [
    'Task',
    'create_task',
    'FIRST_COMPLETED',
    'FIRST_EXCEPTION',
    'ALL_COMPLETED',
    'wait',
    'wait_for',
    'as_completed',
    'sleep',
    'gather',
    'shield',
    'ensure_future',
    'current_task',
    'all_tasks',
    '_register_task',
    '_unregister_task',
    '_enter_task',
    '_leave_task',
]

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_NEVER = float('inf')

_tasks = WeakSet()
_names = 0


def _next_name():
    global _names
    _names += 1
    return f'Task-{_names}'


class Task(futures.Future):
    """A coroutine that the loop drives; a future too, whose result is the coroutine's."""

    # Whether a task that dies before it is done says so.
    _log_destroy_pending = True

    def __init__(self, coro, *, loop=None, name=None, context=None):
        self._coro = None
        if not iscoroutine(coro):
            self._log_destroy_pending = False
            raise TypeError(f'a coroutine was expected, got {coro!r}')
        self._loop = events.get_event_loop() if loop is None else loop
        self._callbacks = []
        self._name = _next_name() if name is None else str(name)
        self._coro = coro
        self._context = copy_context() if context is None else context
        # The future that the coroutine waits for.
        self._fut_waiter = None
        # Cancelled while it waited for nothing: CancelledError goes in at the next step.
        self._must_cancel = False
        self._num_cancels_requested = 0
        # By which the trace knows it.
        self._number = _loop.task(self._name, coro)
        self._loop.call_soon(self._step, context=self._context)
        _tasks.add(self)

    def get_coro(self):
        return self._coro

    def get_name(self):
        return self._name

    def set_name(self, value, /):
        self._name = str(value)
        _loop.task_name(self._number, self._name)

    def set_result(self, result, /):
        raise RuntimeError('Task does not support set_result operation')

    def set_exception(self, exception, /):
        raise RuntimeError('Task does not support set_exception operation')

    def cancel(self, msg=None):
        """Asks the task to end: CancelledError is thrown into its coroutine, which may still do otherwise."""
        self._log_traceback = False
        if self.done():
            return False
        self._num_cancels_requested += 1
        _loop.task_cancel(self._number)
        if self._fut_waiter is not None and self._fut_waiter.cancel(msg=msg):
            # What it waits for was cancelled, which wakes it.
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def get_stack(self, *, limit=None):
        """The frame of the coroutine, as a list; if it ended by an exception, the frames through which that came."""
        frame = getattr(self._coro, 'cr_frame', None) or getattr(self._coro, 'gi_frame', None)
        if frame is not None:
            return [frame][:limit]
        from traceback import walk_tb

        return [] if self._exception is None else [frame for frame, _ in walk_tb(self._exception.__traceback__)][:limit]

    def print_stack(self, *, limit=None, file=None):
        """Writes where the coroutine is, or the traceback of the exception that ended it."""
        from traceback import extract_stack, extract_tb, format_exception_only, print_list

        stack = self.get_stack(limit=limit)
        if not stack:
            print(f'No stack for {self!r}', file=file)
        elif self._exception is None:
            print(f'Stack for {self!r} (most recent call last):', file=file)
            print_list(extract_stack(stack[0], 1), file=file)
        else:
            print(f'Traceback for {self!r} (most recent call last):', file=file)
            print_list(extract_tb(self._exception.__traceback__, limit), file=file)
            for line in format_exception_only(self._exception):
                print(line, file=file, end='')

    def cancelling(self):
        """How often it was asked to end."""
        return self._num_cancels_requested

    def uncancel(self):
        """Takes one such request back."""
        if self._num_cancels_requested > 0:
            self._num_cancels_requested -= 1
        return self._num_cancels_requested

    def _step(self, error=None):
        """Drives the coroutine up to the next place where it sleeps."""
        if self._state != 'PENDING':
            raise InvalidStateError(f'_step(): already done: {self!r}, {error!r}')
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._make_cancelled_error()
            self._must_cancel = False
        self._fut_waiter = None
        loop = self._loop
        if loop._current_task is not None:
            _enter_task(loop, self)
        loop._current_task = self
        try:
            if error is None:
                yielded = self._coro.send(None)
            else:
                yielded = self._coro.throw(error)
        except StopIteration as stop:
            if self._must_cancel:
                # It was cancelled in its very last step.
                _loop.task_cancelled(self._number)
                self._must_cancel = False
                super().cancel(self._cancel_message)
            else:
                _loop.task_returned(self._number, stop.value)
                super().set_result(stop.value)
        except CancelledError as cancelled:
            _loop.task_cancelled(self._number)
            self._cancelled_exc = cancelled
            super().cancel()
        except BaseException as raised:
            _loop.task_raised(self._number, raised)
            super().set_exception(raised)
            if isinstance(raised, (KeyboardInterrupt, SystemExit)):
                raise
        else:
            if yielded is None:
                # It only lets the others run.
                loop.call_soon(self._step, context=self._context)
            else:
                self._sleep_on(yielded)
        finally:
            loop._current_task = None

    def _sleep_on(self, yielded):
        """Sleeps until what the coroutine yielded is done."""
        blocking = getattr(yielded, '_asyncio_future_blocking', None)
        if blocking and yielded is not self and futures.loop_of(yielded) is self._loop:
            yielded._asyncio_future_blocking = False
            yielded.add_done_callback(self._wakeup, context=self._context)
            self._fut_waiter = yielded
            _loop.task_waits(self._number, in_words(yielded))
            if self._must_cancel and yielded.cancel(msg=self._cancel_message):
                self._must_cancel = False
        else:
            self._loop.call_soon(self._step, RuntimeError(self._refusal(yielded, blocking)), context=self._context)

    def _refusal(self, yielded, blocking):
        """Why a task can't wait for what was yielded."""
        if blocking is not None:
            if futures.loop_of(yielded) is not self._loop:
                return f'Task {self!r} got Future {yielded!r} attached to a different loop'
            if blocking:
                return f'Task cannot await on itself: {self!r}'
            return f'yield was used instead of yield from in task {self!r} with {yielded!r}'
        if type(yielded) is GeneratorType:
            return f'yield was used instead of yield from for generator in task {self!r} with {yielded!r}'
        return f'Task got bad yield: {yielded!r}'

    def _wakeup(self, future):
        """The future that it waited for is done."""
        error = future._take_error() if isinstance(future, futures.Future) else _error_of(future)
        if isinstance(future, futures.Future) and future.cancelled():
            # Raised here, it gets what is being handled round the loop for its context.
            try:
                raise error
            except CancelledError as raised:
                error = raised
        self._step(error)

    def _repr_info(self):
        info = super()._repr_info()
        if self._num_cancels_requested and not self.done():
            info[0] = 'cancelling'
        info.insert(1, f'name={self._name!r}')
        if self._fut_waiter is not None:
            info.insert(2, f'wait_for={self._fut_waiter!r}')
        if self._coro is not None:
            info.insert(2, f'coro=<{describe(self._coro)}>')
        return info

    def __del__(self):
        if self._state == 'PENDING' and self._log_destroy_pending and self._loop is not None:
            self._loop.call_exception_handler({'task': self, 'message': 'Task was destroyed but it is pending!'})
        super().__del__()


# Where CPython's stands, and what its methods are called there in a `repr`.
Task.__module__ = '_asyncio'
Task._wakeup.__qualname__ = 'Task.task_wakeup'
Task._step.__qualname__ = 'TaskStepMethWrapper'
_static_type(Task)


def _error_of(future):
    """What the result of a future that is not ours raises, or None."""
    try:
        future.result()
    except BaseException as error:
        return error


def _register_task(task):
    _tasks.add(task)


def _unregister_task(task):
    _tasks.discard(task)


def _enter_task(loop, task):
    if loop._current_task is not None:
        raise RuntimeError(f'Cannot enter into task {task!r} while another task {loop._current_task!r} is being executed.')
    loop._current_task = task


def _leave_task(loop, task):
    if loop._current_task is not task:
        raise RuntimeError(f'Leaving task {task!r} does not match the current task {loop._current_task!r}.')
    loop._current_task = None


for _function in (_register_task, _unregister_task, _enter_task, _leave_task):
    _builtin_function(_function, '_asyncio')
del _function


def current_task(loop=None):
    """The task that runs now, or None."""
    return (events.get_running_loop() if loop is None else loop)._current_task


def all_tasks(loop=None):
    """The tasks that are not done."""
    if loop is None:
        loop = events.get_running_loop()
    return set(unfinished(loop))


def unfinished(loop):
    """The same, in the order in which they were made."""
    return [task for task in _tasks if task._loop is loop and not task.done()]


def create_task(coro, *, name=None, context=None):
    """Makes a task of a coroutine, on the running loop."""
    return create_named_task(events.get_running_loop(), coro, name, context)


def create_named_task(loop, coro, name, context):
    """As `loop.create_task`, but that a task with a name of its own counts among the `Task-1`, `Task-2` …"""
    if name is not None and loop.get_task_factory() is None:
        _next_name()
    return loop.create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    """A task for a coroutine or an awaitable; a future itself."""
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not futures.loop_of(coro_or_future):
            raise ValueError('The future belongs to a different loop than the one specified as the loop argument')
        return coro_or_future
    coro = coro_or_future
    if not iscoroutine(coro):
        if not hasattr(type(coro), '__await__'):
            raise TypeError('An asyncio.Future, a coroutine or an awaitable is required')
        coro = _wrap_awaitable(coro)
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro)
    except RuntimeError:
        coro.close()
        raise


@coroutine
def _wrap_awaitable(awaitable):
    return (yield from awaitable.__await__())


@coroutine
def _next_turn():
    """Sleeps until the next turn of the loop."""
    yield


async def sleep(delay, result=None):
    """Sleeps for `delay` seconds; with 0, lets the others run once."""
    if delay <= 0:
        await _next_turn()
        return result
    loop = events.get_running_loop()
    future = loop.create_future()
    future._awaits = 'a time that never comes' if delay == _NEVER else 'its timer'
    timer = loop.call_later(delay, futures.set_result_unless_cancelled, future, result)
    try:
        return await future
    finally:
        timer.cancel()


def _release(waiter, *args):
    """Wakes whoever waits for this future."""
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):
    """Waits for an awaitable, though not longer than `timeout` seconds: then it is cancelled, and TimeoutError raised."""
    loop = events.get_running_loop()
    if timeout is None:
        return await fut
    if timeout <= 0:
        fut = ensure_future(fut, loop=loop)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut, loop)
        return _result_or_timeout(fut)

    waiter = loop.create_future()
    timer = loop.call_later(timeout, _release, waiter)

    def wake(fut):
        _release(waiter)

    fut = ensure_future(fut, loop=loop)
    waiter._awaits = fut
    fut.add_done_callback(wake)
    try:
        try:
            await waiter
        except CancelledError:
            if fut.done():
                return fut.result()
            fut.remove_done_callback(wake)
            # It must not run on after this.
            await _cancel_and_wait(fut, loop)
            raise
        if fut.done():
            return fut.result()
        fut.remove_done_callback(wake)
        await _cancel_and_wait(fut, loop)
        # The cancelled task may still have ended with a result or an error.
        return _result_or_timeout(fut)
    finally:
        timer.cancel()


def _result_or_timeout(fut):
    try:
        return fut.result()
    except CancelledError as error:
        raise TimeoutError from error


async def _cancel_and_wait(fut, loop):
    """Cancels a future and waits until it is done."""
    waiter = loop.create_future()
    waiter._awaits = fut

    def wake(fut):
        _release(waiter)

    fut.add_done_callback(wake)
    try:
        fut.cancel()
        # Not for `fut` itself: this wait must be cancellable on its own.
        await waiter
    finally:
        fut.remove_done_callback(wake)


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits until some or all of the futures are done; gives those that are, and those that are not."""
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect a list of futures, not {type(fs).__name__}')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    # Each once, in the order given.
    fs = list(dict.fromkeys(fs))
    for future in fs:
        if iscoroutine(future):
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')

    loop = events.get_running_loop()
    waiter = loop.create_future()
    waiter._awaits = FirstOf(fs) if return_when == FIRST_COMPLETED else fs
    timer = None if timeout is None else loop.call_later(timeout, _release, waiter)
    left = len(fs)

    def on_completion(future):
        nonlocal left
        left -= 1
        if (
            left <= 0
            or return_when == FIRST_COMPLETED
            or (return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None)
        ):
            if timer is not None:
                timer.cancel()
            _release(waiter)

    for future in fs:
        future.add_done_callback(on_completion)
    try:
        await waiter
    finally:
        if timer is not None:
            timer.cancel()
        for future in fs:
            future.remove_done_callback(on_completion)
    return {future for future in fs if future.done()}, {future for future in fs if not future.done()}


def as_completed(fs, *, timeout=None):
    """Coroutines that give the results of the futures in the order in which they come."""
    if futures.isfuture(fs) or iscoroutine(fs):
        raise TypeError(f'expect an iterable of futures, not {type(fs).__name__}')
    from asyncio.queues import Queue

    done = Queue()
    loop = events.get_event_loop()
    todo = {ensure_future(future, loop=loop): None for future in dict.fromkeys(fs)}
    done._item = FirstOf(todo)
    timer = None

    def on_timeout():
        for future in todo:
            future.remove_done_callback(on_completion)
            done.put_nowait(None)
        todo.clear()

    def on_completion(future):
        if todo:
            del todo[future]
            done.put_nowait(future)
            if not todo and timer is not None:
                timer.cancel()

    async def _wait_for_one():
        future = await done.get()
        if future is None:
            raise TimeoutError
        return future.result()

    for future in todo:
        future.add_done_callback(on_completion)
    if todo and timeout is not None:
        timer = loop.call_later(timeout, on_timeout)
    for _ in range(len(todo)):
        yield _wait_for_one()


class _GatheringFuture(futures.Future):
    """What `gather` gives: to cancel it is to cancel all that it waits for."""

    def __init__(self, children, *, loop):
        super().__init__(loop=loop)
        self._awaits = children
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg=msg):
                cancelled = True
        if cancelled:
            # It is done once they are.
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    """Runs awaitables at the same time; gives the list of their results, in the order given."""
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    def _done_callback(future):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not future.cancelled():
                # Retrieved: the first exception is enough.
                future.exception()
            return
        if not return_exceptions:
            error = future._make_cancelled_error() if future.cancelled() else future.exception()
            if error is not None:
                outer.set_exception(error)
                return
        if finished == len(known):
            results = [_outcome(child) for child in children]
            if outer._cancel_requested:
                # Cancelling wins, whatever `return_exceptions` says; the error is that of the last one.
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    known = {}
    children = []
    finished = 0
    outer = loop = None
    for arg in coros_or_futures:
        future = known.get(arg)
        if future is None:
            future = ensure_future(arg, loop=loop)
            if loop is None:
                loop = futures.loop_of(future)
            if future is not arg:
                # Made here: nobody else could wait for it.
                future._log_destroy_pending = False
            known[arg] = future
            future.add_done_callback(_done_callback)
        children.append(future)
    outer = _GatheringFuture(children, loop=loop)
    return outer


def _outcome(future):
    """A done future's result or exception."""
    if future.cancelled():
        return CancelledError('' if future._cancel_message is None else future._cancel_message)
    error = future.exception()
    return future.result() if error is None else error


def shield(arg):
    """Waits for an awaitable that goes on even if the one who waits is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = futures.loop_of(inner).create_future()
    outer._awaits = inner

    def _outer_done_callback(_):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    def _inner_done_callback(ended):
        error = None if ended.cancelled() else ended.exception()
        if outer.cancelled():
            return
        if ended.cancelled():
            outer.cancel()
        elif error is None:
            outer.set_result(ended.result())
        else:
            outer.set_exception(error)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """There are no threads: makes a task."""
    if not iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    return ensure_future(coro, loop=loop)
