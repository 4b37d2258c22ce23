"""What is to happen in the body of a `with`: an exception, a warning, a log."""

import re
import warnings

from collections import namedtuple


class _Expectation:
    """What all of them share: how a failure is worded."""

    msg = None
    obj_name = None

    def _raise_failure(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))


class _AssertClass(_Expectation):
    """An exception or warning of some class is expected, and a text that it matches."""

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if expected_regex is not None:
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex

    def handle(self, name, args, kwargs):
        """Calls the function that is given, or answers the context manager where none is."""
        if not self._is_expected_class():
            raise TypeError(f'{name}() arg 1 must be {self._base_type_str}')
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError(f'{next(iter(kwargs))!r} is an invalid keyword argument for this function')
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*args, **kwargs)

    def _is_expected_class(self):
        classes = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        return all([isinstance(cls, type) and issubclass(cls, self._base_type) for cls in classes])

    def _not_happened(self, verb):
        name = getattr(self.expected, '__name__', None) or str(self.expected)
        self._raise_failure(f'{name} not {verb} by {self.obj_name}' if self.obj_name else f'{name} not {verb}')

    def _not_matched(self, value):
        self._raise_failure(f'"{self.expected_regex.pattern}" does not match "{value}"')


class AssertRaises(_AssertClass):
    """The body is to raise."""

    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._not_happened('raised')
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._not_matched(exc_value)
        return True


class AssertWarns(_AssertClass):
    """The body is to warn."""

    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        self.warnings_manager = warnings.catch_warnings(record=True)
        self.warnings = self.warnings_manager.__enter__()
        warnings.simplefilter('always', self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self.warnings_manager.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for warned in self.warnings:
            warning = warned.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is None or self.expected_regex.search(str(warning)):
                self.warning = warning
                self.filename = warned.filename
                self.lineno = warned.lineno
                return
        if first is not None:
            self._not_matched(first)
        self._not_happened('triggered')


_Watcher = namedtuple('_LoggingWatcher', ['records', 'output'])


class AssertLogs(_Expectation):
    """The body is to log something, or nothing, at some level or a higher one."""

    LOGGING_FORMAT = '%(levelname)s:%(name)s:%(message)s'

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging

        self.test_case = test_case
        self.logger_name = logger_name
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        import logging

        given = self.logger_name
        logger = self.logger = given if isinstance(given, logging.Logger) else logging.getLogger(given)
        self.watcher = _Watcher([], [])
        handler = _capturing_handler(self.watcher, self.LOGGING_FORMAT)
        handler.setLevel(self.level)
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        if not self.no_logs:
            return self.watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging

        logger = self.logger
        logger.handlers, level, logger.propagate = self._before
        logger.setLevel(level)
        if exc_type is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._raise_failure(f'Unexpected logs found: {self.watcher.output!r}')
        elif not self.watcher.records:
            self._raise_failure(f'no logs of level {logging.getLevelName(self.level)} or higher triggered on {logger.name}')


def _capturing_handler(watcher, form):
    import logging

    class CapturingHandler(logging.Handler):
        def emit(self, record):
            watcher.records.append(record)
            watcher.output.append(self.format(record))

    handler = CapturingHandler()
    handler.setFormatter(logging.Formatter(form))
    return handler
