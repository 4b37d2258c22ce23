"""asyncio: coroutines that take turns on an event loop.

https://docs.python.org/3.11/library/asyncio.html, without network, processes and threads. To see how it works, read `base_events` (the
loop), then `tasks` (how a task drives its coroutine), then `futures`.
"""

from asyncio.events import (
    AbstractEventLoop, AbstractEventLoopPolicy, DefaultEventLoopPolicy, Handle, TimerHandle, _get_running_loop, _set_running_loop,
    get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy,
)
from asyncio.exceptions import (
    BrokenBarrierError, CancelledError, IncompleteReadError, InvalidStateError, LimitOverrunError, SendfileNotAvailableError, TimeoutError,
)
from asyncio.coroutines import iscoroutine, iscoroutinefunction
from asyncio.futures import Future, isfuture, wrap_future
from asyncio.tasks import (
    ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, Task, _enter_task, _leave_task, _register_task, _unregister_task, all_tasks,
    as_completed, create_task, current_task, ensure_future, gather, run_coroutine_threadsafe, shield, sleep, wait, wait_for,
)
from asyncio.base_events import EventLoop
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner, run
from asyncio.taskgroups import TaskGroup
from asyncio.threads import to_thread
from asyncio.timeouts import Timeout, timeout, timeout_at

__all__ = [
    'BaseEventLoop', 'iscoroutinefunction', 'iscoroutine', 'AbstractEventLoopPolicy', 'AbstractEventLoop', 'Handle', 'TimerHandle',
    'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop', 'get_running_loop',
    'BrokenBarrierError', 'CancelledError', 'InvalidStateError', 'TimeoutError', 'IncompleteReadError', 'LimitOverrunError',
    'SendfileNotAvailableError', 'Future', 'wrap_future', 'isfuture', 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore', 'Barrier',
    'Runner', 'run', 'Queue', 'PriorityQueue', 'LifoQueue', 'QueueFull', 'QueueEmpty', 'Task', 'create_task', 'FIRST_COMPLETED',
    'FIRST_EXCEPTION', 'ALL_COMPLETED', 'wait', 'wait_for', 'as_completed', 'sleep', 'gather', 'shield', 'ensure_future',
    'run_coroutine_threadsafe', 'current_task', 'all_tasks', 'to_thread', 'Timeout', 'timeout', 'timeout_at', 'SelectorEventLoop',
    'DefaultEventLoopPolicy',
]

BaseEventLoop = SelectorEventLoop = EventLoop


_NOT_HERE = frozenset((
    'open_connection start_server open_unix_connection start_unix_server StreamReader StreamWriter create_subprocess_exec '
    'create_subprocess_shell subprocess streams Protocol DatagramProtocol BaseProtocol Transport BaseTransport Server').split())


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f'the playground has no network and no processes: there is no asyncio.{name}')
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}")
