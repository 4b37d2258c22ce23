"""Clocks that only sleeping moves, as the interpreter's own: `time.time()` and `datetime` begin at 1,000,000 s (UTC),
`monotonic`, `perf_counter` and an event loop's time at 0.

`begin()` puts them in place for the rest of the process. `account.py` runs every program on them.
"""

import asyncio
import datetime
import itertools
import os
import selectors
import threading
import time

EPOCH = 1_000_000.0
# Real seconds that a function given to an executor may take.
EXECUTOR_SECONDS = 5
elapsed = 0.0


def begin():
    """Replaces every clock a program of the corpus may read."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    begin_time()
    begin_datetime()
    asyncio.set_event_loop_policy(LeapingPolicy())
    asyncio.events.TimerHandle = OrderedTimer


def begin_time():
    time.sleep = leap
    for name, start in [("time", EPOCH), ("monotonic", 0.0), ("perf_counter", 0.0)]:
        setattr(time, name, clock(start))
        setattr(time, name + "_ns", clock_ns(start))
    for name in ["localtime", "gmtime", "ctime"]:
        setattr(time, name, default_to_now(getattr(time, name)))
    format_time = time.strftime
    time.strftime = lambda form, when=None: format_time(form, time.gmtime() if when is None else when)


def begin_datetime():
    plain, plain_date = datetime.datetime, datetime.date

    class LeapingDatetime(plain):
        @classmethod
        def now(cls, tz=None):
            return plain.fromtimestamp(EPOCH + elapsed, tz)

        @classmethod
        def today(cls):
            return cls.now()

        @classmethod
        def utcnow(cls):
            return cls.now()

    class LeapingDate(plain_date):
        @classmethod
        def today(cls):
            return plain_date.fromtimestamp(EPOCH + elapsed)

    datetime.datetime, datetime.date = LeapingDatetime, LeapingDate


def leap(seconds):
    """Sleeps: takes no time, moves every clock."""
    global elapsed
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    elapsed += seconds


def clock(start):
    return lambda: start + elapsed


def clock_ns(start):
    return lambda: int((start + elapsed) * 1_000_000_000)


def default_to_now(convert):
    return lambda seconds=None: convert(EPOCH + elapsed if seconds is None else seconds)


class OrderedTimer(asyncio.TimerHandle):
    """A real clock moves between two timers that are set: the first is due first. Here both may be due at once."""

    __slots__ = ("_turn",)
    turns = itertools.count()

    def __init__(self, *args):
        super().__init__(*args)
        self._turn = next(self.turns)

    def __lt__(self, other):
        if not isinstance(other, OrderedTimer):
            return super().__lt__(other)
        return (self._when, self._turn) < (other._when, other._turn)


# As its `repr` shows it.
OrderedTimer.__name__ = "TimerHandle"


class LeapingSelector(selectors.DefaultSelector):
    """Where an event loop would wait for its next timer, the clock leaps there. A thread of an executor is really waited for."""

    def select(self, timeout=None):
        if timeout is None and threading.active_count() > 1 and (woken := super().select(EXECUTOR_SECONDS)):
            return woken
        if timeout is None:
            raise RuntimeError("deadlock: nothing is ready and no timer is set")
        leap(timeout)
        return super().select(0)


# A loop logs its name.
LeapingSelector.__name__ = "EpollSelector"


class LeapingLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(LeapingSelector())

    def time(self):
        return elapsed


# As its `repr` shows it.
LeapingLoop.__name__ = "_UnixSelectorEventLoop"


class LeapingPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = LeapingLoop
