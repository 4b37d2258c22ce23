"""Tests of a program's own: cases, suites of them, and what runs and reports them.

https://docs.python.org/3.11/library/unittest.html, without files: tests are found in the program itself.
"""

from unittest.case import (
    FunctionTestCase,
    SkipTest,
    TestCase,
    addModuleCleanup,
    doModuleCleanups,
    enterModuleContext,
    expectedFailure,
    skip,
    skipIf,
    skipUnless,
)
from unittest.loader import TestLoader, defaultTestLoader, findTestCases, getTestCaseNames, makeSuite
from unittest.main import TestProgram, main
from unittest.result import TestResult
from unittest.runner import TextTestResult, TextTestRunner
from unittest.suite import BaseTestSuite, TestSuite

__all__ = [
    'IsolatedAsyncioTestCase',
    'TestResult',
    'TestCase',
    'TestSuite',
    'TextTestRunner',
    'TestLoader',
    'FunctionTestCase',
    'main',
    'defaultTestLoader',
    'SkipTest',
    'skip',
    'skipIf',
    'skipUnless',
    'expectedFailure',
    'TextTestResult',
    'addModuleCleanup',
    'doModuleCleanups',
    'enterModuleContext',
    'getTestCaseNames',
    'makeSuite',
    'findTestCases',
]


def __getattr__(name):
    """asyncio is imported by those who use it alone."""
    if name == 'IsolatedAsyncioTestCase':
        from unittest.async_case import IsolatedAsyncioTestCase

        globals()[name] = IsolatedAsyncioTestCase
        return IsolatedAsyncioTestCase
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return globals().keys() | {'IsolatedAsyncioTestCase'}
