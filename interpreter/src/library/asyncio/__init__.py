"""asyncio: coroutines that take turns on an event loop.

https://docs.python.org/3.11/library/asyncio.html, without network, processes and threads. To see how it works, read `base_events` (the
loop), then `tasks` (how a task drives its coroutine), then `futures`.
"""

from asyncio.events import (
    AbstractEventLoop,
    AbstractEventLoopPolicy,
    DefaultEventLoopPolicy,
    Handle,
    TimerHandle,
    _get_running_loop,
    _set_running_loop,
    get_event_loop,
    get_event_loop_policy,
    get_running_loop,
    new_event_loop,
    set_event_loop,
    set_event_loop_policy,
)
from asyncio.exceptions import (
    BrokenBarrierError,
    CancelledError,
    IncompleteReadError,
    InvalidStateError,
    LimitOverrunError,
    SendfileNotAvailableError,
    TimeoutError,
)
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.tasks import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    Task,
    _enter_task,
    _leave_task,
    _register_task,
    _unregister_task,
    all_tasks,
    as_completed,
    create_task,
    current_task,
    ensure_future,
    gather,
    run_coroutine_threadsafe,
    shield,
    sleep,
    wait,
    wait_for,
)
from asyncio.base_events import BaseEventLoop, EventLoop as SelectorEventLoop
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at


__all__ = [
    'ALL_COMPLETED',
    'AbstractEventLoop',
    'AbstractEventLoopPolicy',
    'Barrier',
    'BaseEventLoop',
    'BoundedSemaphore',
    'BrokenBarrierError',
    'CancelledError',
    'Condition',
    'DefaultEventLoopPolicy',
    'Event',
    'FIRST_COMPLETED',
    'FIRST_EXCEPTION',
    'Future',
    'Handle',
    'IncompleteReadError',
    'InvalidStateError',
    'LifoQueue',
    'LimitOverrunError',
    'Lock',
    'PriorityQueue',
    'Queue',
    'QueueEmpty',
    'QueueFull',
    'Runner',
    'SelectorEventLoop',
    'Semaphore',
    'SendfileNotAvailableError',
    'Task',
    'Timeout',
    'TimeoutError',
    'TimerHandle',
    '_enter_task',
    '_get_running_loop',
    '_leave_task',
    '_register_task',
    '_set_running_loop',
    '_unregister_task',
    'all_tasks',
    'as_completed',
    'create_task',
    'current_task',
    'ensure_future',
    'gather',
    'get_event_loop',
    'get_event_loop_policy',
    'get_running_loop',
    'iscoroutine',
    'iscoroutinefunction',
    'isfuture',
    'new_event_loop',
    'run',
    'run_coroutine_threadsafe',
    'set_event_loop',
    'set_event_loop_policy',
    'shield',
    'sleep',
    'timeout',
    'timeout_at',
    'to_thread',
    'wait',
    'wait_for',
    'wrap_future',
]

_NETWORK = frozenset(
    (
        'AbstractServer BaseProtocol BaseTransport BufferedProtocol DatagramProtocol DatagramTransport Protocol ReadTransport Server StreamReader '
        'StreamReaderProtocol StreamWriter Transport WriteTransport open_connection open_unix_connection start_server start_unix_server '
        'protocols selector_events sslproto streams transports trsock'
    ).split()
)
_PROCESSES = frozenset(
    (
        'AbstractChildWatcher FastChildWatcher MultiLoopChildWatcher PidfdChildWatcher SafeChildWatcher SubprocessProtocol SubprocessTransport '
        'ThreadedChildWatcher create_subprocess_exec create_subprocess_shell get_child_watcher set_child_watcher subprocess unix_events'
    ).split()
)


def __getattr__(name):
    for what, names in (('network', _NETWORK), ('processes', _PROCESSES)):
        if name in names:
            reason = f'the playground has no {what}'
            error = AttributeError(f'{reason}: there is no asyncio.{name}')
            error.reason = reason
            raise error
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
