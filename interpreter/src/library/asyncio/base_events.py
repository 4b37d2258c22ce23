"""The event loop.

Two places hold what is still to be run: the ready queue, in order, and the timers, a heap by time. Each turn of the loop moves
the timers that are due to the ready queue and runs what stands there. Nothing really waits: where nothing is ready, the clock jumps to
the next timer, and where there is no timer either, the program can't go on.
"""

import _loop
import _sys
import _time
from asyncio import events, futures, tasks
from asyncio.waiting import who_sleeps
from contextvars import Context
from heapq import heapify, heappop, heappush
from types import FunctionType
from _weakrefset import WeakSet

__all__ = ['EventLoop']

# A timer this close is due: the resolution of CPython's clock.
_CLOCK_RESOLUTION = 1e-09
# When a timer is due that was set for a time that never comes.
_NEVER = float('inf')
# From this many timers on, cancelled ones are swept out when they are more than half.
_SWEEP_FROM = 100


class BaseEventLoop(events.AbstractEventLoop):
    """Runs callbacks, and with them tasks. Its methods are called as those of CPython's base class are."""

    # Seconds from which CPython, debugging, complains of a callback. No callback takes virtual time.
    slow_callback_duration = 0.1

    def __init__(self):
        self._ready = []
        self._scheduled = []
        self._cancelled_timers = 0
        self._running = False
        self._stopping = False
        self._closed = False
        # The task that runs now.
        self._current_task = None
        self._debug = False
        self._exception_handler = None
        self._task_factory = None
        self._asyncgens = WeakSet()
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False
        if 'logging' in _sys.modules():
            # Nothing is selected here; but who logs at level DEBUG sees this line in CPython.
            from logging import getLogger

            getLogger('asyncio').debug('Using selector: %s', 'EpollSelector')

    # Running and stopping.

    def run_forever(self):
        """Runs until `stop` is called."""
        self._check_closed()
        self._check_running()
        hooks = _sys.get_asyncgen_hooks()
        _loop.begin()
        _loop.time(_time.now())
        try:
            self._running = True
            _sys.set_asyncgen_hooks(firstiter=self._asyncgen_begins, finalizer=self._asyncgen_dies)
            events._set_running_loop(self)
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._running = False
            events._set_running_loop(None)
            _sys.set_asyncgen_hooks(*hooks)
            _loop.stop()

    def run_until_complete(self, future):
        """Runs until the future is done, or the coroutine, as a task; gives its result."""
        self._check_closed()
        self._check_running()
        is_new = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        if is_new:
            # An exception that leaves this call tells enough about it.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except BaseException:
            if is_new and future.done() and not future.cancelled():
                # Retrieved: what is raised here comes from it.
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if future.done():
            return future.result()
        raise RuntimeError('Event loop stopped before Future completed.')

    def stop(self):
        """Lets the loop end after this turn."""
        self._stopping = True

    def is_running(self):
        return self._running

    def is_closed(self):
        return self._closed

    def close(self):
        """Forgets what is still to be run."""
        if self._running:
            raise RuntimeError('Cannot close a running event loop')
        if not self._closed:
            self._closed = True
            for handle in self._ready:
                _loop.passed(handle._id)
            for *_, timer in self._scheduled:
                if not timer._cancelled:
                    _loop.timer_gone(timer._id)
            self._ready.clear()
            self._scheduled.clear()

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')

    def _check_running(self):
        if self._running:
            raise RuntimeError('This event loop is already running')
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')

    # Callbacks.

    def call_soon(self, callback, *args, context=None):
        """Puts a callback at the end of the ready queue."""
        if self._closed:
            raise RuntimeError('Event loop is closed')
        handle = events.Handle(callback, args, self, context)
        self._ready.append(handle)
        handle._id = _loop.ready(callback)
        return handle

    call_soon_threadsafe = call_soon

    def call_later(self, delay, callback, *args, context=None):
        """Has a callback run after `delay` seconds."""
        if delay is None:
            raise TypeError('delay must not be None')
        return self.call_at(_time.now() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        """Has a callback run at a time of this loop's clock."""
        if when is None:
            raise TypeError('when cannot be None')
        self._check_closed()
        timer = events.TimerHandle(when, callback, args, self, context)
        timer._scheduled = True
        timer._told_as = _told_as(callback)
        timer._id = _loop.timer(timer._told_as, when)
        # Of those that are due at one time the first that was set comes first.
        heappush(self._scheduled, (when, timer._id, timer))
        return timer

    def time(self):
        """Seconds on the loop's clock, which begins at 0 and moves only where the program sleeps."""
        return _time.read()

    def _timer_handle_cancelled(self, timer):
        if timer._scheduled:
            self._cancelled_timers += 1
            _loop.timer_gone(timer._id)

    # One turn.

    def _run_once(self):
        self._drop_cancelled_timers()
        if not self._ready and not self._stopping:
            self._sleep()
        self._wake_timers()
        # What the callbacks add is for the next turn.
        turn = self._ready
        self._ready = []
        turn.reverse()
        try:
            while turn:
                handle = turn.pop()
                if handle._cancelled:
                    _loop.passed(handle._id)
                else:
                    _loop.run(handle._id)
                    handle._run()
        finally:
            # Nothing, unless the program is ending by an exception.
            self._ready[:0] = reversed(turn)

    def _drop_cancelled_timers(self):
        timers = self._scheduled
        if len(timers) > _SWEEP_FROM and self._cancelled_timers / len(timers) > 0.5:
            kept = []
            for entry in timers:
                if entry[2]._cancelled:
                    entry[2]._scheduled = False
                else:
                    kept.append(entry)
            heapify(kept)
            self._scheduled = kept
            self._cancelled_timers = 0
        else:
            while timers and timers[0][2]._cancelled:
                self._cancelled_timers -= 1
                heappop(timers)[2]._scheduled = False

    def _sleep(self):
        """Nothing is ready: the clock jumps to the next timer."""
        if not self._scheduled or self._scheduled[0][0] == _NEVER:
            _loop.deadlock(*who_sleeps(tasks.unfinished(self)))
        _time.sleep(max(0, self._scheduled[0][0] - _time.now()))
        _loop.time(_time.now())

    def _wake_timers(self):
        timers = self._scheduled
        if timers:
            now = _time.now()
            due = now + _CLOCK_RESOLUTION
            # Late enough, the sum is no later than now.
            while timers and (timers[0][0] < due or timers[0][0] <= now):
                timer = heappop(timers)[2]
                timer._scheduled = False
                if not timer._cancelled:
                    _loop.timer_gone(timer._id)
                self._ready.append(timer)
                _loop.ready(timer._told_as, timer._id)

    # Futures, tasks, functions that block.

    def create_future(self):
        return futures.Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        """Makes a task of a coroutine: it begins at the next turn."""
        self._check_closed()
        if self._task_factory is None:
            return tasks.Task(coro, loop=self, name=name, context=context)
        task = self._task_factory(self, coro) if context is None else self._task_factory(self, coro, context=context)
        if name is not None:
            task.set_name(name)
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    def run_in_executor(self, executor, func, *args):
        """There are no threads here: `func` runs at once, and the future that is given tells its result at the next turn."""
        self._check_closed()
        if executor is None and self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')
        future = self.create_future()
        try:
            # A thread has a context of its own, in which nothing is set.
            result = Context().run(func, *args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self.call_soon(_set_exception_unless_cancelled, future, error)
        else:
            self.call_soon(futures.set_result_unless_cancelled, future, result)
        return future

    def set_default_executor(self, executor):
        pass

    async def shutdown_default_executor(self):
        self._executor_shutdown_called = True

    # Async generators: those that were begun and not finished are closed with the loop.

    def _asyncgen_begins(self, agen):
        if self._asyncgens_shutdown_called:
            from warnings import warn

            warn(f'asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call', ResourceWarning, source=self)
        self._asyncgens.add(agen)

    def _asyncgen_dies(self, agen):
        self._asyncgens.discard(agen)
        if not self._closed:
            self.call_soon(self.create_task, agen.aclose())

    async def shutdown_asyncgens(self):
        """Closes all async generators that sleep."""
        self._asyncgens_shutdown_called = True
        closing = list(self._asyncgens)
        if not closing:
            return
        self._asyncgens.clear()
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                        'exception': result,
                        'asyncgen': agen,
                    }
                )

    # Exceptions that nobody catches.

    def set_exception_handler(self, handler):
        """Sets who is told of exceptions in callbacks and in forgotten futures: `handler(loop, context)`."""
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')
        self._exception_handler = handler

    def get_exception_handler(self):
        return self._exception_handler

    def call_exception_handler(self, context):
        handler = self._exception_handler or _default_handler
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if handler is _default_handler:
                raise
            _default_handler(
                self,
                {
                    'message': 'Unhandled error in exception handler',
                    'exception': error,
                    'context': context,
                },
            )

    def default_exception_handler(self, context):
        """Logs what happened, which writes it to standard error unless the program says otherwise."""
        from logging import getLogger

        lines = [context.get('message') or 'Unhandled exception in event loop']
        for key in sorted(context):
            if key not in ('message', 'exception'):
                lines.append(f'{key}: {context[key]!r}')
        getLogger('asyncio').error('\n'.join(lines), exc_info=context.get('exception') or False)

    # Debugging is off.

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def add_signal_handler(self, sig, callback, *args):
        """Nothing sends signals here: the handler is never called."""

    def remove_signal_handler(self, sig):
        return False

    def __repr__(self):
        return f'<{type(self).__name__} running={self._running} closed={self._closed} debug={self._debug}>'

    def __getattr__(self, name):
        if name in _NETWORK:
            raise AttributeError(f'the playground has no network: the event loop has no {name}()')
        if name in _PROCESSES:
            raise AttributeError(f'the playground has no processes: the event loop has no {name}()')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


_NETWORK = frozenset(
    (
        'create_connection create_server create_datagram_endpoint create_unix_connection create_unix_server connect_accepted_socket start_tls '
        'sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom sock_recvfrom_into sock_sendall sock_sendfile sock_sendto getaddrinfo '
        'getnameinfo sendfile add_reader add_writer remove_reader remove_writer'
    ).split()
)
_PROCESSES = frozenset('subprocess_exec subprocess_shell connect_read_pipe connect_write_pipe'.split())

# By the name that CPython's has on Linux.
EventLoop = BaseEventLoop
EventLoop.__module__ = 'asyncio.unix_events'
EventLoop.__name__ = EventLoop.__qualname__ = '_UnixSelectorEventLoop'


def _default_handler(loop, context):
    loop.default_exception_handler(context)


def _run_until_complete_cb(future):
    """What ends `run_until_complete`."""
    if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
        # It leaves the loop by itself.
        return
    futures.loop_of(future).stop()


def _set_exception_unless_cancelled(future, error):
    if not future.cancelled():
        future.set_exception(error)


def _told_as(callback):
    """What the trace calls a timer by: name and number of the task that set it, where the callback is one of asyncio's own, as that of `sleep` is; or the callback."""
    if type(callback) is FunctionType and callback.__module__.startswith('asyncio.'):
        loop = events._get_running_loop()
        if loop is not None and loop._current_task is not None:
            task = loop._current_task
            return task.get_name(), task._number
    return callback
