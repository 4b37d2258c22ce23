"""Suites: tests and suites, run one after the other, with what their classes and modules set up."""

import sys

from unittest import case, util

__all__ = ['BaseTestSuite', 'TestSuite']


class BaseTestSuite:
    """Tests in a row, without what classes and modules set up."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} tests={list(self)}>'

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum([test.countTestCases() for test in self if test])

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f'{test!r} is not callable')
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError('TestCases and TestSuites must be instantiated before passing them to addTest()')
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError('tests must be an iterable of tests, not a string')
        for each in tests:
            self.addTest(each)

    def run(self, result):
        for place, test in enumerate(self):
            if result.shouldStop:
                return result
            test(result)
            if self._cleanup:
                self._removeTestAtIndex(place)
        return result

    def _removeTestAtIndex(self, index):
        """A test that has run is let go, so that what it holds does not outlive it."""
        try:
            test = self._tests[index]
        except TypeError:
            return
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Runs the tests, their errors not caught."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """Tests in a row. Where the class or module of one differs from that of the one before, the old is torn down and the new set up."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not _is_suite(test):
                self._change_class(test, result)
                if getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        if outermost:
            self._tear_down_class(None, result)
            self._tear_down_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        self.run(_DebugResult(), True)

    def _change_class(self, test, result):
        self._tear_down_class(test, result)
        self._set_up_module(test, result)
        self._set_up_class(test, result)
        result._previousTestClass = test.__class__

    def _set_up_class(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        failed = False
        try:
            cls._classSetupFailed = False
        except TypeError:
            # It may be a function: those have nothing to set up.
            pass
        setup = getattr(cls, 'setUpClass', None)
        if setup is None:
            return
        _call_setup(result, '_setupStdout')
        try:
            try:
                setup()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                failed = True
                cls._classSetupFailed = True
                self._add_error(result, error, 'setUpClass', util.strclass(cls))
            if failed:
                cls.doClassCleanups()
                self._add_class_cleanup_errors(cls, result, 'setUpClass')
        finally:
            _call_setup(result, '_restoreStdout')

    def _tear_down_class(self, test, result):
        previous = getattr(result, '_previousTestClass', None)
        if test.__class__ == previous or previous is None or getattr(previous, '_classSetupFailed', False):
            return
        if getattr(result, '_moduleSetUpFailed', False) or getattr(previous, '__unittest_skip__', False):
            return
        teardown = getattr(previous, 'tearDownClass', None)
        cleanup = getattr(previous, 'doClassCleanups', None)
        if teardown is None and cleanup is None:
            return
        _call_setup(result, '_setupStdout')
        try:
            if teardown is not None:
                try:
                    teardown()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._add_error(result, error, 'tearDownClass', util.strclass(previous))
            if cleanup is not None:
                cleanup()
                self._add_class_cleanup_errors(previous, result, 'tearDownClass')
        finally:
            _call_setup(result, '_restoreStdout')

    def _add_class_cleanup_errors(self, cls, result, method):
        for exc_info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise exc_info[1]
            self._add_error(result, exc_info[1], method, util.strclass(cls), exc_info)

    def _set_up_module(self, test, result):
        name = test.__class__.__module__
        if name == _module_before(result):
            return
        self._tear_down_module(result)
        result._moduleSetUpFailed = False
        try:
            module = sys.modules[name]
        except KeyError:
            return
        setup = getattr(module, 'setUpModule', None)
        if setup is None:
            return
        _call_setup(result, '_setupStdout')
        try:
            try:
                setup()
            except Exception as error:
                if isinstance(result, _DebugResult):
                    raise
                result._moduleSetUpFailed = True
                self._add_error(result, error, 'setUpModule', name)
            if result._moduleSetUpFailed:
                self._clean_up_module(result, 'setUpModule', name)
        finally:
            _call_setup(result, '_restoreStdout')

    def _tear_down_module(self, result):
        name = _module_before(result)
        if name is None or result._moduleSetUpFailed:
            return
        try:
            module = sys.modules[name]
        except KeyError:
            return
        _call_setup(result, '_setupStdout')
        try:
            teardown = getattr(module, 'tearDownModule', None)
            if teardown is not None:
                try:
                    teardown()
                except Exception as error:
                    if isinstance(result, _DebugResult):
                        raise
                    self._add_error(result, error, 'tearDownModule', name)
            self._clean_up_module(result, 'tearDownModule', name)
        finally:
            _call_setup(result, '_restoreStdout')

    def _clean_up_module(self, result, method, name):
        try:
            case.doModuleCleanups()
        except Exception as error:
            if isinstance(result, _DebugResult):
                raise
            self._add_error(result, error, method, name)

    def _add_error(self, result, error, method, owner, exc_info=None):
        """Reports what went wrong in a class or module as if it were a test."""
        holder = _ErrorHolder(f'{method} ({owner})')
        skip = getattr(result, 'addSkip', None)
        if skip is not None and isinstance(error, case.SkipTest):
            skip(holder, str(error))
        elif exc_info is not None:
            result.addError(holder, exc_info)
        else:
            result.addError(holder, sys.exc_info())


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


def _module_before(result):
    previous = getattr(result, '_previousTestClass', None)
    return None if previous is None else previous.__module__


def _call_setup(result, name):
    getattr(result, name, lambda: None)()


class _ErrorHolder:
    """Stands for a class or module that could not be set up or torn down."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def __repr__(self):
        return f'<ErrorHolder description={self.description!r}>'

    def __str__(self):
        return self.id()

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0

    def id(self):
        return self.description

    def run(self, result):
        pass

    def shortDescription(self):
        return None


class _DebugResult:
    """The result of `debug()`: nothing is kept."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
