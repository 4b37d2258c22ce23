"""Gives CPython's asyncio an order where it leaves one to chance, to where its objects lie in memory.

`begin()` makes task groups, all tasks of a loop and all async generators of a loop keep the order in which they joined, which is the
one of the interpreter's own asyncio.
"""

import asyncio
import asyncio.base_events
import asyncio.tasks


class InOrder(dict):
    """A set that keeps its order."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


def begin():
    asyncio.tasks._all_tasks.data = InOrder()
    asyncio.tasks.all_tasks = asyncio.all_tasks = all_tasks
    replace_after_init(asyncio.TaskGroup, lambda group: setattr(group, "_tasks", InOrder()))
    replace_after_init(asyncio.base_events.BaseEventLoop, lambda loop: setattr(loop._asyncgens, "data", InOrder()))


def all_tasks(loop=None):
    loop = loop or asyncio.get_running_loop()
    return [task for task in list(asyncio.tasks._all_tasks) if task.get_loop() is loop and not task.done()]


def replace_after_init(kind, replace):
    init = kind.__init__

    def replacing_init(self, *args):
        init(self, *args)
        replace(self)

    kind.__init__ = replacing_init
