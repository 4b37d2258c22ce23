"""Callbacks that wait to be run (handles), which loop runs now, and which one belongs to the program (the policy)."""

from contextvars import copy_context
from types import FunctionType

from _types import builtin_function as _builtin_function

__all__ = [
    'AbstractEventLoop',
    'AbstractEventLoopPolicy',
    'Handle',
    'TimerHandle',
    'get_event_loop_policy',
    'set_event_loop_policy',
    'get_event_loop',
    'set_event_loop',
    'new_event_loop',
    'get_running_loop',
    '_set_running_loop',
    '_get_running_loop',
]


class Handle:
    """A callback with its arguments, in the ready queue of a loop."""

    _cancelled = False
    # The number by which the trace knows it.
    _id = 0

    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = copy_context() if context is None else context

    def cancel(self):
        """Makes the loop pass over it."""
        if not self._cancelled:
            self._cancelled = True
            self._callback = self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        context = self._context
        try:
            outside = context._enter()
            try:
                if self._args:
                    self._callback(*self._args)
                else:
                    self._callback()
            finally:
                context._leave(outside)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            self._loop.call_exception_handler(
                {
                    'message': f'Exception in callback {describe_callback(self._callback, self._args)}',
                    'exception': error,
                    'handle': self,
                }
            )

    def _repr_info(self):
        info = [type(self).__name__]
        if self._cancelled:
            info.append('cancelled')
        if self._callback is not None:
            info.append(describe_callback(self._callback, self._args))
        return info

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"


class TimerHandle(Handle):
    """A callback that becomes ready at a time. Two are compared by their times, for the loop's heap."""

    # Whether it is in the heap.
    _scheduled = False

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f'when={self._when}')
        return info

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when <= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when >= other._when if isinstance(other, TimerHandle) else NotImplemented

    def __eq__(self, other):
        if not isinstance(other, TimerHandle):
            return NotImplemented
        return (self._when, self._callback, self._args, self._cancelled) == (other._when, other._callback, other._args, other._cancelled)

    def __hash__(self):
        return hash(self._when)


def describe_callback(callback, args=None):
    """A callback as the `repr` of its handle or future shows it."""
    if args is None:
        text = ''
    else:
        from reprlib import repr as short

        text = f"({', '.join([short(arg) for arg in args])})"
    inner = getattr(callback, 'func', None)
    if inner is not None and hasattr(callback, 'keywords'):
        # A partial: its own arguments first.
        from reprlib import repr as short

        given = [short(arg) for arg in callback.args] + [f'{name}={short(value)}' for name, value in callback.keywords.items()]
        return f"{_name_of(inner)}({', '.join(given)}){text or '()'}{_place(inner)}"
    return f"{_name_of(callback)}{text or '()'}{_place(callback)}"


def _name_of(callback):
    return getattr(callback, '__qualname__', None) or getattr(callback, '__name__', None) or repr(callback)


def _place(callback):
    """Where it is defined, if it is a function."""
    while hasattr(callback, '__wrapped__'):
        callback = callback.__wrapped__
    if type(callback) is not FunctionType:
        return ''
    code = callback.__code__
    return f' at {code.co_filename}:{code.co_firstlineno}'


class AbstractEventLoop:
    """What an event loop has; the one that there is stands in `asyncio.base_events`."""

    async def shutdown_asyncgens(self):
        raise NotImplementedError

    async def shutdown_default_executor(self):
        raise NotImplementedError


def _abstract(name):
    def method(self, *args, **kwargs):
        raise NotImplementedError

    method.__name__ = name
    method.__qualname__ = f'AbstractEventLoop.{name}'
    return method


for _name in (
    'run_forever run_until_complete stop is_running is_closed close call_soon call_soon_threadsafe call_later call_at time create_future '
    'create_task set_task_factory get_task_factory run_in_executor set_default_executor set_exception_handler get_exception_handler '
    'default_exception_handler call_exception_handler get_debug set_debug add_signal_handler remove_signal_handler'
).split():
    setattr(AbstractEventLoop, _name, _abstract(_name))


class AbstractEventLoopPolicy:
    """Says which loop belongs to the program, and makes new ones."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class DefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """One loop for the program, made when it is first asked for."""

    _loop = None
    _set_called = False

    def get_event_loop(self):
        if self._loop is None and not self._set_called:
            self.set_event_loop(self.new_event_loop())
        if self._loop is None:
            raise RuntimeError("There is no current event loop in thread 'MainThread'.")
        return self._loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
        self._set_called = True
        self._loop = loop

    def new_event_loop(self):
        from asyncio.base_events import EventLoop

        return EventLoop()


# By the name that CPython's has on Linux.
DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'
DefaultEventLoopPolicy.__name__ = DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'


_policy = None
_running_loop = None


def get_event_loop_policy():
    global _policy
    if _policy is None:
        _policy = DefaultEventLoopPolicy()
    return _policy


def set_event_loop_policy(policy):
    global _policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    _policy = policy


def _get_running_loop():
    """The loop that runs now, or None."""
    return _running_loop


def _set_running_loop(loop, /):
    global _running_loop
    _running_loop = loop


def get_running_loop():
    """The loop that runs now."""
    if _running_loop is None:
        raise RuntimeError('no running event loop')
    return _running_loop


def get_event_loop():
    """The loop that runs now, or the program's."""
    if _running_loop is not None:
        return _running_loop
    return get_event_loop_policy().get_event_loop()


for _function in (_get_running_loop, _set_running_loop, get_running_loop, get_event_loop):
    _builtin_function(_function, '_asyncio')
del _function


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
