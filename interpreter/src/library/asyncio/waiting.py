"""What a task waits for, in words: for the trace, and for the account of a deadlock."""

# Of many awaited at once, so many are named.
_NAMED = 4


def in_words(future):
    """What a future stands for: a task's name, or what was noted as it was made, an object of `locks` or `queues` say."""
    if hasattr(future, 'get_name'):
        return future.get_name()
    awaits = getattr(future, '_awaits', None)
    if awaits is None:
        return 'a future that nobody has set'
    if isinstance(awaits, str):
        return awaits
    if hasattr(awaits, '_in_words'):
        return awaits._in_words()
    if isinstance(awaits, list):
        return _several(awaits)
    return in_words(awaits)


class FirstOf:
    """Any of several futures."""

    def __init__(self, futures):
        self._futures = futures

    def _in_words(self):
        return f'the first of {_several(self._futures)}'


def _several(futures):
    names = []
    more = 0
    for future in futures:
        if not future.done():
            if len(names) < _NAMED:
                names.append(in_words(future))
            else:
                more += 1
    if not names:
        # All are done: it is about to be woken.
        return 'its turn'
    # Each once.
    names = list(dict.fromkeys(names))
    if more:
        names.append(f'{more} more')
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last


def who_sleeps(tasks):
    """The account of a deadlock: the reason, and what each task waits for."""
    reason = 'nothing is ready and no timer is set'
    if not tasks:
        reason += '\nno task is left, and nobody has called stop()'
    return reason, [f'{task.get_name()}{_place(task.get_coro())} waits for {_of_task(task)}' for task in tasks]


def _of_task(task):
    waiter = task._fut_waiter
    return 'its turn' if waiter is None else in_words(waiter)


def _place(coro):
    """Where a coroutine sleeps: itself, and what it awaits, down to the last that is the program's."""
    places = []
    while coro is not None:
        frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None) or getattr(coro, 'ag_frame', None)
        if frame is None:
            break
        if frame.f_globals['__name__'] == '__main__':
            places.append(f'{coro.__qualname__}, line {frame.f_lineno}')
        coro = getattr(coro, 'cr_await', None) or getattr(coro, 'gi_yieldfrom', None) or getattr(coro, 'ag_await', None)
    if not places:
        return ''
    return f' ({places[0]})' if len(places) == 1 else f' ({places[0]}, in {places[-1]})'
