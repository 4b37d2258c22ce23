"""`to_thread`, where there are no threads: the function runs at once."""

from asyncio import events
from contextvars import copy_context
from functools import partial

__all__ = ['to_thread']


async def to_thread(func, /, *args, **kwargs):
    """Runs a function in a copy of the context; nothing else runs meanwhile."""
    return await events.get_running_loop().run_in_executor(None, partial(copy_context().run, func, *args, **kwargs))
