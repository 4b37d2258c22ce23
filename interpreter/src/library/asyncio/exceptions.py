"""The exceptions of asyncio. `asyncio.TimeoutError` is the built-in one."""


class CancelledError(BaseException):
    """The task or future was cancelled. No `Exception`, so that `except Exception` lets it pass."""


TimeoutError = TimeoutError  # noqa: PLW0127 (a name of this module, too)


class InvalidStateError(Exception):
    """The operation makes no sense in the state that the future is in."""


class SendfileNotAvailableError(RuntimeError):
    """There is no such call."""


class IncompleteReadError(EOFError):
    """A stream ended too soon: what came of the bytes that were expected."""

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of {wanted} expected bytes')
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """A stream's buffer was too small: how many bytes are to be consumed."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


class BrokenBarrierError(RuntimeError):
    """The barrier was broken, by `abort` or by a task that left it."""
