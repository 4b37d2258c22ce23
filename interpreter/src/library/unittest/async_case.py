"""Test cases whose methods may be coroutines: an event loop for each test."""

import asyncio
import contextvars
import inspect
import warnings

from unittest.case import TestCase

__all__ = ['IsolatedAsyncioTestCase']


class IsolatedAsyncioTestCase(TestCase):
    """A test case with an event loop: `asyncSetUp`, the test and `asyncTearDown` run in it, one after the other."""

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)
        self._asyncioTestContext = contextvars.copy_context()
        # There is one while the test runs.
        self._asyncioRunner = None

    async def asyncTearDown(self):
        pass

    async def asyncSetUp(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        """Like addCleanup(), for a function that gives a coroutine."""
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            message = f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol"
            raise TypeError(message) from None
        entered = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._callAsync(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:
            message = f'It is deprecated to return a value that is not None from a test case ({method})'
            warnings.warn(message, DeprecationWarning, stacklevel=4)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)

    def _callAsync(self, func, /, *args, **kwargs):
        return self._asyncioRunner.run(func(*args, **kwargs), context=self._asyncioTestContext)

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        if inspect.iscoroutinefunction(func):
            return self._callAsync(func, *args, **kwargs)
        return self._asyncioTestContext.run(func, *args, **kwargs)

    def run(self, result=None):
        self._begin()
        try:
            return super().run(result)
        finally:
            self._end()

    def debug(self):
        self._begin()
        super().debug()
        self._end()

    def _begin(self):
        self._asyncioRunner = asyncio.Runner(debug=True)

    def _end(self):
        self._asyncioRunner.close()
        self._asyncioRunner = None

    def __del__(self):
        if self._asyncioRunner is not None:
            self._end()
