"""Tools for `with` and `async with`: context managers made of generators, stacks of them, and small ready-made ones.

The language's own library, in the language itself: https://docs.python.org/3.11/library/contextlib.html
"""

import sys
from abc import ABC as _ABC, abstractmethod as _abstractmethod
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    'asynccontextmanager',
    'contextmanager',
    'closing',
    'nullcontext',
    'AbstractContextManager',
    'AbstractAsyncContextManager',
    'AsyncExitStack',
    'ContextDecorator',
    'ExitStack',
    'redirect_stdout',
    'redirect_stderr',
    'suppress',
    'aclosing',
    'chdir',
]


def _defines(cls, *names):
    """Whether `cls` has all these methods, none of them set to None."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(_ABC):
    """What has `__enter__` and `__exit__`."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @_abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _defines(other, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(_ABC):
    """What has `__aenter__` and `__aexit__`."""

    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @_abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _defines(other, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """A context manager that can also stand as a decorator: the function's body then runs inside it."""

    def _recreate_cm(self):
        """The manager for one call of the function; those that work only once make a new one."""
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*given, **named):
            with self._recreate_cm():
                return func(*given, **named)

        return inside


class AsyncContextDecorator:
    """The same for `async with` and coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inside(*given, **named):
            async with self._recreate_cm():
                return await func(*given, **named)

        return inside


class _GeneratorContextManagerBase:
    """A manager made of a generator: what stands before its `yield` enters, what stands behind it leaves."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


def _came_back(raised, thrown, wrapped):
    """Whether `raised`, which left the generator, is what was thrown into it.

    What tells of an end comes out of a generator as a RuntimeError whose cause it is (PEP 479); `wrapped` are the classes of that.
    """
    if raised is thrown:
        return True
    return isinstance(raised, RuntimeError) and isinstance(thrown, wrapped) and raised.__cause__ is thrown


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """What a function decorated with `contextmanager` gives."""

    def __enter__(self):
        # The arguments are kept for recreation alone, which is over now: the generator decides how long they live.
        del self.args, self.kwds, self.func
        try:
            entered = next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None
        return entered

    def __exit__(self, typ, value, traceback):
        words = "generator didn't stop"
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
        else:
            if value is None:
                value = typ()
            try:
                self.gen.throw(typ, value, traceback)
            except StopIteration as stop:
                # The error was swallowed, unless it is this very StopIteration.
                return stop is not value
            except BaseException as raised:
                if not _came_back(raised, value, StopIteration):
                    raise
                value.__traceback__ = traceback
                return False
            words += ' after throw()'
        try:
            raise RuntimeError(words)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What a function decorated with `asynccontextmanager` gives."""

    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            entered = await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None
        return entered

    async def __aexit__(self, typ, value, traceback):
        words = "generator didn't stop"
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
        else:
            if value is None:
                value = typ()
            try:
                await self.gen.athrow(typ, value, traceback)
            except StopAsyncIteration as stop:
                return stop is not value
            except BaseException as raised:
                if not _came_back(raised, value, (StopIteration, StopAsyncIteration)):
                    raise
                value.__traceback__ = traceback
                return False
            words += ' after athrow()'
        try:
            raise RuntimeError(words)
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""

    @wraps(func)
    def make(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return make


def asynccontextmanager(func):
    """Makes an asynchronous context manager of an async generator function that yields once."""

    @wraps(func)
    def make(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return make


class closing(AbstractContextManager):
    """Calls `thing.close()` at the end."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits `thing.aclose()` at the end: for async generators that may be left early."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _RedirectStream(AbstractContextManager):
    """Puts another object in the place of a stream of `sys`, for a while."""

    def __init__(self, new_target):
        self._new_target = new_target
        # A stack, as the same manager may be entered again inside itself.
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exc_type, exc_value, traceback):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what `print` writes to another object with a `write` method."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Sends what the program writes to `sys.stderr` to another object."""

    _stream = 'stderr'


class suppress(AbstractContextManager):
    """Swallows exceptions of these classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exc_type, exc_value, traceback):
        return exc_type is not None and issubclass(exc_type, self._exceptions)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, where a context manager is wanted."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *exc_info):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *exc_info):
        pass


def _type_name(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


class _BaseExitStack:
    """What both stacks share: a list of exits, each with a mark whether it is to be called without awaiting."""

    def __init__(self):
        self._exit_callbacks = []

    def pop_all(self):
        """Moves everything to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new_stack

    def push(self, exit):
        """Adds an object with `__exit__`, or a function called like one; it is not entered."""
        exit_method = getattr(type(exit), '__exit__', None)
        if exit_method is None:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, MethodType(exit_method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters a context manager now; it is left with the stack."""
        cls = type(cm)
        try:
            enter = cls.__enter__
            exit = cls.__exit__
        except AttributeError:
            raise TypeError(f"'{_type_name(cls)}' object does not support the context manager protocol") from None
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a function to be called at the end, whatever happened; it can't swallow exceptions."""

        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


def _chain_context(new, old, outside):
    """Lets `new`, raised by an exit, have `old` as its context, as nested `with` statements would.

    `outside` is what was being handled before the stack was left: there the chain of contexts ends.
    """
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A stack of context managers and callbacks, left together, the last one first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        received = exc_details[0] is not None
        outside = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                if cb(*exc_details):
                    suppressed, pending, exc_details = True, False, (None, None, None)
            except BaseException as error:
                _chain_context(error, exc_details[1], outside)
                pending, exc_details = True, (type(error), error, error.__traceback__)
        if pending:
            # Raised with the context that it has, not with what is being handled here.
            context = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = context
                raise
        return received and suppressed

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """A stack of context managers, asynchronous ones too, and callbacks, left together, the last one first."""

    async def enter_async_context(self, cm):
        """Enters an asynchronous context manager now; it is left with the stack."""
        cls = type(cm)
        try:
            enter = cls.__aenter__
            exit = cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{_type_name(cls)}' object does not support the asynchronous context manager protocol") from None
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Adds an object with `__aexit__`, or a coroutine function called like one; it is not entered."""
        exit_method = getattr(type(exit), '__aexit__', None)
        if exit_method is None:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, MethodType(exit_method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a coroutine function to be awaited at the end, whatever happened."""

        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        received = exc_details[0] is not None
        outside = sys.exc_info()[1]
        suppressed = pending = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                cb_suppress = cb(*exc_details)
                if not is_sync:
                    cb_suppress = await cb_suppress
                if cb_suppress:
                    suppressed, pending, exc_details = True, False, (None, None, None)
            except BaseException as error:
                _chain_context(error, exc_details[1], outside)
                pending, exc_details = True, (type(error), error, error.__traceback__)
        if pending:
            # Raised with the context that it has, not with what is being handled here.
            context = exc_details[1].__context__
            try:
                raise exc_details[1]
            except BaseException:
                exc_details[1].__context__ = context
                raise
        return received and suppressed


class chdir(AbstractContextManager):
    """There are no folders."""

    def __new__(cls, path):
        raise OSError('the playground has no files: contextlib.chdir() is not available')
