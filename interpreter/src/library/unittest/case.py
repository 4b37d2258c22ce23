"""A test case: what is run before, as and after a test, and how each part of it may end."""

import functools
import sys
import types

from unittest import result as _result
from unittest.assertions import Assertions
from unittest.util import strclass

__all__ = [
    'TestCase',
    'FunctionTestCase',
    'SkipTest',
    'skip',
    'skipIf',
    'skipUnless',
    'expectedFailure',
    'addModuleCleanup',
    'doModuleCleanups',
    'enterModuleContext',
]


class SkipTest(Exception):
    """Raised in a test that is not to be run after all."""


class _ShouldStop(Exception):
    """The test is not to go on."""


class _UnexpectedSuccess(Exception):
    """A test went well that was to fail."""


_no_message = object()


class _Outcome:
    """How a test went so far."""

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expectedFailure = None

    def part(self, test, subTest=False):
        return _Part(self, test, subTest)


class _Part:
    """One part of a test, as the body of a `with`: what it raises goes to the result."""

    def __init__(self, outcome, test, is_subtest):
        self._outcome = outcome
        self._test = test
        self._is_subtest = is_subtest

    def __enter__(self):
        self._before, self._outcome.success = self._outcome.success, True

    def __exit__(self, exc_type, error, tb):
        outcome = self._outcome
        try:
            if error is None:
                if self._is_subtest and outcome.success:
                    outcome.result.addSubTest(self._test.test_case, self._test, None)
                return False
            if isinstance(error, KeyboardInterrupt):
                return False
            self._report(exc_type, error, tb)
            return True
        finally:
            outcome.success = outcome.success and self._before

    def _report(self, exc_type, error, tb):
        outcome, test = self._outcome, self._test
        if isinstance(error, _ShouldStop):
            return
        if isinstance(error, SkipTest):
            outcome.success = False
            _add_skip(outcome.result, test, str(error))
        elif outcome.expecting_failure:
            outcome.expectedFailure = (exc_type, error, tb)
        else:
            outcome.success = False
            if self._is_subtest:
                outcome.result.addSubTest(test.test_case, test, (exc_type, error, tb))
            elif issubclass(exc_type, test.failureException):
                outcome.result.addFailure(test, (exc_type, error, tb))
            else:
                outcome.result.addError(test, (exc_type, error, tb))


def _add_skip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is None:
        import warnings

        warnings.warn('TestResult has no addSkip method, skips not reported', RuntimeWarning, 2)
        result.addSuccess(test)
    else:
        add(test, reason)


def _add_or_warn(result, name, test, *exc_info):
    """Results of a program's own may know nothing of tests that are to fail."""
    add = getattr(result, name, None)
    if add is not None:
        add(test, *exc_info)
        return
    import warnings

    if exc_info:
        warnings.warn('TestResult has no addExpectedFailure method, reporting as passes', RuntimeWarning)
        result.addSuccess(test)
    else:
        warnings.warn('TestResult has no addUnexpectedSuccess method, reporting as failure', RuntimeWarning)
        try:
            raise _UnexpectedSuccess from None
        except _UnexpectedSuccess:
            result.addFailure(test, sys.exc_info())


def _enter_context(manager, add_cleanup):
    """Enters a context manager, and leaves it with the clean-ups."""
    cls = type(manager)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol") from None
    entered = enter(manager)
    add_cleanup(leave, manager, None, None, None)
    return entered


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Like addCleanup, but the function is called after the module's tests."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Calls the module's clean-ups, the last first."""
    errors = []
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            errors.append(error)
    if errors:
        raise errors[0]


def skip(reason):
    """The test, or all tests of the class, are not run."""
    if isinstance(reason, types.FunctionType):
        # `@skip` without a reason.
        return _skipped(reason, '')
    return lambda test_item: _skipped(test_item, reason)


def _skipped(test_item, reason):
    marked = test_item if isinstance(test_item, type) else _refusing(test_item, reason)
    marked.__unittest_skip__, marked.__unittest_skip_why__ = True, reason
    return marked


def _refusing(test_item, reason):
    @functools.wraps(test_item)
    def skip_wrapper(*args, **kwargs):
        raise SkipTest(reason)

    return skip_wrapper


def _unchanged(test_item):
    return test_item


def skipIf(condition, reason):
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    return _unchanged if condition else skip(reason)


def expectedFailure(test_item):
    """The test is to fail: it is an error if it does not."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


class TestCase(Assertions):
    """A test. Its class may have many methods that are tests; each is run by an instance of its own."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2**16
    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        try:
            method = getattr(self, methodName)
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError(f'no such test method in {self.__class__}: {methodName}') from None
        else:
            self._testMethodDoc = method.__doc__
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {}
        self._add_equality_functions()

    # What a test may define.

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    # What a test may use.

    def addCleanup(self, function, /, *args, **kwargs):
        """The function is called after tearDown(), those that were added later first."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """The same after tearDownClass()."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        return _enter_context(cm, cls.addClassCleanup)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=_no_message, **params):
        """A part of the test that fails by itself: the test goes on after it."""
        return _SubTestBlock(self, msg, params)

    # How it looks.

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return _result.TestResult()

    def shortDescription(self):
        """The first line of the method's docstring."""
        doc = self._testMethodDoc
        return doc.strip().split('\n')[0].strip() if doc else None

    def id(self):
        return f'{strclass(self.__class__)}.{self._testMethodName}'

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f'{self._testMethodName} ({strclass(self.__class__)}.{self._testMethodName})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} testMethod={self._testMethodName}>'

    # How it is run.

    def run(self, result=None):
        """Runs the test; the result keeps how it went."""
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', lambda: None)()
            stop_run = getattr(result, 'stopTestRun', None)
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
                reason = getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
                _add_skip(result, self, reason)
                return result
            self._run_parts(method, result)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _run_parts(self, method, result):
        expecting_failure = getattr(self, '__unittest_expecting_failure__', False) or getattr(
            method, '__unittest_expecting_failure__', False
        )
        outcome = self._outcome = _Outcome(result)
        try:
            with outcome.part(self):
                self._callSetUp()
            if outcome.success:
                outcome.expecting_failure = expecting_failure
                with outcome.part(self):
                    self._callTestMethod(method)
                outcome.expecting_failure = False
                with outcome.part(self):
                    self._callTearDown()
            self.doCleanups()
            if not outcome.success:
                return
            if not expecting_failure:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                _add_or_warn(result, 'addExpectedFailure', self, outcome.expectedFailure)
            else:
                _add_or_warn(result, 'addUnexpectedSuccess', self)
        finally:
            outcome.expectedFailure = None
            self._outcome = None

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            import warnings

            warnings.warn(
                f'It is deprecated to return a value that is not None from a test case ({method})', DeprecationWarning, stacklevel=3
            )

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def doCleanups(self):
        """Calls what addCleanup() was given, the last first."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            with outcome.part(self):
                self._callCleanup(function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        failed = cls.tearDown_exceptions = []
        while cls._class_cleanups:
            cleanup, args, kwargs = cls._class_cleanups.pop()
            try:
                cleanup(*args, **kwargs)
            except Exception:
                failed.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the test without a result: what it raises is not caught."""
        method = getattr(self, self._testMethodName)
        if getattr(self.__class__, '__unittest_skip__', False) or getattr(method, '__unittest_skip__', False):
            reason = getattr(self.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)


def _nothing_to_do():
    """Before or after a test."""


class FunctionTestCase(TestCase):
    """A function as a test."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._description = testFunc, description
        self._parts = setUp, tearDown, testFunc, description
        # What the tests of other classes have as methods.
        self.setUp, self.tearDown = setUp or _nothing_to_do, tearDown or _nothing_to_do

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._parts == other._parts

    def __hash__(self):
        return hash((type(self), *self._parts))

    def __str__(self):
        return f'{strclass(self.__class__)} ({self._testFunc.__name__})'

    def __repr__(self):
        return f'<{strclass(self.__class__)} tec={self._testFunc}>'

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split('\n')[0].strip() or None


class _SubTest(TestCase):
    """A part of a test, as results are told of it."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self.failureException = test_case, test_case.failureException
        self.params, self._message = params, message

    def runTest(self):
        raise NotImplementedError('subtests cannot be run directly')

    def _subDescription(self):
        parts = []
        if self._message is not _no_message:
            parts.append(f'[{self._message}]')
        if self.params:
            told = ', '.join([f'{name}={value!r}' for name, value in self.params.items()])
            parts.append(f'({told})')
        return ' '.join(parts) or '(<subtest>)'

    def id(self):
        return f'{self.test_case.id()} {self._subDescription()}'

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f'{self.test_case} {self._subDescription()}'


class _SubTestBlock:
    """The body of `with self.subTest(…)`."""

    def __init__(self, test, message, params):
        self._test = test
        self._message = message
        self._params = params

    def __enter__(self):
        test = self._test
        outcome = test._outcome
        self._part = None
        if outcome is None or not outcome.result_supports_subtests:
            return
        self._parent = test._subtest
        params = self._params
        if self._parent is not None:
            params = {**params, **{name: value for name, value in self._parent.params.items() if name not in params}}
        test._subtest = _SubTest(test, self._message, params)
        self._part = outcome.part(test._subtest, True)
        self._part.__enter__()

    def __exit__(self, *exc_info):
        if self._part is None:
            return False
        outcome = self._test._outcome
        try:
            if not self._part.__exit__(*exc_info) and exc_info[0] is not None:
                return False
            if not outcome.success:
                if outcome.result is not None and outcome.result.failfast:
                    raise _ShouldStop
            elif outcome.expectedFailure:
                raise _ShouldStop
            return True
        finally:
            self._test._subtest = self._parent
