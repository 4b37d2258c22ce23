"""A group of tasks that live no longer than a block: if one fails, the others are cancelled."""

from asyncio import events, tasks
from asyncio.exceptions import CancelledError

__all__ = ['TaskGroup']


class TaskGroup:
    """`async with TaskGroup() as group:` waits at its end for all tasks made by `group.create_task`."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        # The group gives up: its tasks are cancelled.
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        # A dict for its order.
        self._tasks = {}
        self._errors = []
        # A KeyboardInterrupt or SystemExit, which goes before all other errors.
        self._base_error = None
        self._on_completed = None

    def __repr__(self):
        info = ''
        if self._tasks:
            info += f' tasks={len(self._tasks)}'
        if self._errors:
            info += f' errors={len(self._errors)}'
        if self._aborting:
            info += ' cancelling'
        elif self._entered:
            info += ' entered'
        return f'<TaskGroup{info}>'

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')
        self._entered = True
        self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._exiting = True
        if exc is not None and self._base_error is None and isinstance(exc, (SystemExit, KeyboardInterrupt)):
            self._base_error = exc
        cancelled = exc if exc_type is CancelledError else None
        if self._parent_cancel_requested and self._parent_task.uncancel() == 0:
            # It was the group itself that cancelled its parent, and nobody else did.
            cancelled = None
        if exc_type is not None and not self._aborting:
            self._abort()
        cancelled = await self._wait_for_tasks(cancelled)
        if self._base_error is not None:
            raise self._base_error
        if cancelled is not None and not self._errors:
            raise cancelled
        if exc_type is not None and exc_type is not CancelledError:
            self._errors.append(exc)
        if self._errors:
            try:
                raise BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors) from None
            finally:
                self._errors = None

    async def _wait_for_tasks(self, cancelled):
        """Waits for the tasks; gives the CancelledError that is to go on, if the parent was cancelled meanwhile."""
        while self._tasks:
            self._on_completed = self._loop.create_future()
            self._on_completed._awaits = list(self._tasks)
            try:
                await self._on_completed
            except CancelledError as error:
                if not self._aborting:
                    cancelled = error
                    self._abort()
            self._on_completed = None
        return cancelled

    def create_task(self, coro, *, name=None, context=None):
        """Makes a task of the group."""
        if not self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')
        if self._exiting and not self._tasks:
            raise RuntimeError(f'TaskGroup {self!r} is finished')
        if self._aborting:
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')
        task = tasks.create_named_task(self._loop, coro, name, context)
        task.add_done_callback(self._on_task_done)
        self._tasks[task] = None
        return task

    def _abort(self):
        self._aborting = True
        for task in self._tasks:
            if not task.done():
                task.cancel()

    def _on_task_done(self, task):
        self._tasks.pop(task, None)
        if self._on_completed is not None and not self._tasks and not self._on_completed.done():
            self._on_completed.set_result(True)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        self._errors.append(error)
        if self._base_error is None and isinstance(error, (SystemExit, KeyboardInterrupt)):
            self._base_error = error
        if self._parent_task.done():
            self._loop.call_exception_handler(
                {
                    'message': f'Task {task!r} has errored out but its parent task {self._parent_task} is already completed',
                    'exception': error,
                    'task': task,
                }
            )
        elif not self._aborting and not self._parent_cancel_requested:
            # The parent sleeps somewhere in the block: it is woken there.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
