"""Finds tests: in a class, in a module, by name."""

import functools
import sys
import types

from unittest import case, suite

__all__ = ['TestLoader', 'defaultTestLoader', 'getTestCaseNames', 'makeSuite', 'findTestCases']


class TestLoader:
    """Makes suites of the tests it finds."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(lambda one, other: (one > other) - (one < other))
    testNamePatterns = None
    suiteClass = suite.TestSuite

    def __init__(self):
        self.errors = []

    def loadTestsFromTestCase(self, testCaseClass):
        """A test for each method whose name begins with `test`."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError('Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?')
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, 'runTest'):
            names = ['runTest']
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *args, pattern=None, **kws):
        """The tests of all classes in a module, or what its `load_tests` makes of them."""
        tests = []
        for name in dir(module):
            obj = getattr(module, name)
            if isinstance(obj, type) and issubclass(obj, case.TestCase):
                tests.append(self.loadTestsFromTestCase(obj))
        tests = self.suiteClass(tests)
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is not None:
            try:
                return load_tests(self, tests, pattern)
            except Exception as error:
                import traceback

                message = f'Failed to call load_tests:\n{traceback.format_exc()}'
                return self._failure(module.__name__, error, message)
        return tests

    def loadTestsFromName(self, name, module=None):
        """The tests that a dotted name stands for: a module, a class, a method, or what makes one."""
        parts = name.split('.')
        if module is None:
            module, parts = _module_of(parts)
            if module is None:
                message = f"Failed to import test module: {name}\nImportError: No module named {name.split('.')[0]!r}\n"
                return self._failure(name.split('.')[0], ImportError(message), message)
        obj, parent = module, None
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as error:
                import traceback

                return self._failure(part, error, 'Failed to access attribute:\n' + traceback.format_exc())
        return self._tests_of(obj, parent, name.rpartition('.')[2])

    def _tests_of(self, obj, parent, name):
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if isinstance(obj, type) and issubclass(obj, case.TestCase):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            instance = parent(name)
            if not isinstance(getattr(instance, name), types.FunctionType):
                return self.suiteClass([instance])
        elif isinstance(obj, suite.TestSuite):
            return obj
        if not callable(obj):
            raise TypeError(f"don't know how to make test from: {obj}")
        test = obj()
        if isinstance(test, suite.TestSuite):
            return test
        if isinstance(test, case.TestCase):
            return self.suiteClass([test])
        raise TypeError(f'calling {obj} returned {test}, not a test')

    def _failure(self, name, error, message):
        """A suite of one test, which fails with what went wrong as the tests were looked for."""
        self.errors.append(message)

        def fail(self):
            raise error

        cls = type('_FailedTest', (case.TestCase,), {name: fail, '__module__': 'unittest.loader'})
        return self.suiteClass((cls(name),))

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """The names of a class's test methods, sorted."""
        names = [name for name in dir(testCaseClass) if self._is_test(testCaseClass, name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def _is_test(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        if self.testNamePatterns is None:
            return True
        full = f'{cls.__module__}.{cls.__qualname__}.{name}'
        return any([_matches(full, pattern) for pattern in self.testNamePatterns])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        raise OSError('the playground has no files: there is nothing to discover')


def _module_of(parts):
    """The module that a dotted name begins with, and the rest of the name."""
    for end in range(len(parts), 0, -1):
        module = sys.modules.get('.'.join(parts[:end]))
        if module is not None:
            return module, parts[end:]
    return None, parts


def _matches(text, pattern):
    """Whether a name is as a pattern with `*`, `?` and `[…]` says."""
    import re

    made = ''
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        end = pattern.find(']', at + 1) if char == '[' else -1
        if char == '*':
            made += '.*'
        elif char == '?':
            made += '.'
        elif end >= 0:
            inside = pattern[at:end].replace('\\', '\\\\')
            made += f"[^{inside[1:]}]" if inside.startswith('!') else f'[{inside}]'
            at = end + 1
        else:
            made += re.escape(char)
    return re.fullmatch(made, text, re.DOTALL) is not None


defaultTestLoader = TestLoader()


def _loader(prefix, sortUsing, suiteClass=None, testNamePatterns=None):
    made = TestLoader()
    made.sortTestMethodsUsing = sortUsing
    made.testMethodPrefix = prefix
    made.testNamePatterns = testNamePatterns
    if suiteClass:
        made.suiteClass = suiteClass
    return made


def _warn_of(name, better):
    import warnings

    warnings.warn(
        f'unittest.{name}() is deprecated and will be removed in Python 3.13. Please use unittest.TestLoader.{better}() instead.',
        DeprecationWarning,
        stacklevel=3,
    )


def getTestCaseNames(testCaseClass, prefix, sortUsing=TestLoader.sortTestMethodsUsing, testNamePatterns=None):
    _warn_of('getTestCaseNames', 'getTestCaseNames')
    return _loader(prefix, sortUsing, testNamePatterns=testNamePatterns).getTestCaseNames(testCaseClass)


def makeSuite(testCaseClass, prefix='test', sortUsing=TestLoader.sortTestMethodsUsing, suiteClass=suite.TestSuite):
    _warn_of('makeSuite', 'loadTestsFromTestCase')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromTestCase(testCaseClass)


def findTestCases(module, prefix='test', sortUsing=TestLoader.sortTestMethodsUsing, suiteClass=suite.TestSuite):
    _warn_of('findTestCases', 'loadTestsFromModule')
    return _loader(prefix, sortUsing, suiteClass).loadTestsFromModule(module)
