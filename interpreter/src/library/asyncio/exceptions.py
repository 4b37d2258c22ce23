"""The exceptions of asyncio. `asyncio.TimeoutError` is the built-in one."""


class CancelledError(BaseException):
    """The task or future was cancelled. No `Exception`, so that `except Exception` lets it pass."""


TimeoutError = TimeoutError


class InvalidStateError(Exception):
    """The operation makes no sense in the state that the future is in."""


class SendfileNotAvailableError(RuntimeError):
    """There is no such call."""


class IncompleteReadError(EOFError):
    """A stream ended too soon."""


class LimitOverrunError(Exception):
    """A stream's buffer was too small."""


class BrokenBarrierError(RuntimeError):
    """The barrier was broken, by `abort` or by a task that left it."""
