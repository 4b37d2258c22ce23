"""Runs tests and writes about them as text."""

import sys
import time
import warnings

from unittest import result
from unittest.case import _SubTest

__all__ = ['TextTestResult', 'TextTestRunner']


class _WritelnDecorator:
    """A stream that also writes lines."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, name):
        if name in ('stream', '__getstate__'):
            raise AttributeError(name)
        return getattr(self.stream, name)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write('\n')


class TextTestResult(result.TestResult):
    """Writes a letter or a line for each test, and what failed at the end."""

    separator1 = '=' * 70
    separator2 = '-' * 70

    def __init__(self, stream, descriptions, verbosity):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self.descriptions = descriptions
        self._newline = True

    def getDescription(self, test):
        first_line = test.shortDescription()
        if self.descriptions and first_line:
            return f'{test}\n{first_line}'
        return str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test))
            self.stream.write(' ... ')
            self.stream.flush()
            self._newline = False

    def _write_status(self, test, status):
        """Ends the line of a test. A subtest has a line of its own, and so has all that comes after it."""
        stream, is_subtest = self.stream, isinstance(test, _SubTest)
        if is_subtest and not self._newline:
            stream.writeln()
        if is_subtest:
            stream.write('  ')
        if is_subtest or self._newline:
            stream.write(self.getDescription(test))
            stream.write(' ... ')
        self._newline = True
        stream.writeln(status)
        stream.flush()

    def _report(self, test, status, letter):
        if self.showAll:
            self._write_status(test, status)
        elif self.dots:
            self.stream.write(letter)
            self.stream.flush()

    def _report_on_line(self, status, letter):
        """Ends the line of a test; what comes next without a test of its own is told as if it belonged to that."""
        if self.showAll:
            self.stream.writeln(status)
        elif self.dots:
            self.stream.write(letter)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._report(subtest, 'FAIL', 'F')
            else:
                self._report(subtest, 'ERROR', 'E')
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        super().addSuccess(test)
        self._report(test, 'ok', '.')

    def addError(self, test, err):
        super().addError(test, err)
        self._report(test, 'ERROR', 'E')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._report(test, 'FAIL', 'F')

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._report(test, f'skipped {reason!r}', 's')

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._report_on_line('expected failure', 'x')

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._report_on_line('unexpected success', 'u')

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
            self.stream.flush()
        self.printErrorList('ERROR', self.errors)
        self.printErrorList('FAIL', self.failures)
        unexpected = getattr(self, 'unexpectedSuccesses', ())
        if unexpected:
            self.stream.writeln(self.separator1)
            for test in unexpected:
                self.stream.writeln(f'UNEXPECTED SUCCESS: {self.getDescription(test)}')
            self.stream.flush()

    def printErrorList(self, flavour, errors):
        for test, err in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f'{flavour}: {self.getDescription(test)}')
            self.stream.writeln(self.separator2)
            self.stream.writeln('%s' % err)
            self.stream.flush()


class TextTestRunner:
    """Runs a test or a suite, and writes to a stream how it went."""

    resultclass = TextTestResult

    def __init__(
        self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None, warnings=None, *, tb_locals=False
    ):
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        self.descriptions, self.verbosity = descriptions, verbosity
        self.failfast, self.buffer = failfast, buffer
        self.warnings, self.tb_locals = warnings, tb_locals
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            start = time.perf_counter()
            getattr(result, 'startTestRun', lambda: None)()
            try:
                test(result)
            finally:
                getattr(result, 'stopTestRun', lambda: None)()
            seconds = time.perf_counter() - start
        result.printErrors()
        if hasattr(result, 'separator2'):
            self.stream.writeln(result.separator2)
        self.stream.writeln(f"Ran {result.testsRun} test{'s' if result.testsRun != 1 else ''} in {seconds:.3f}s")
        self.stream.writeln()
        self._write_outcome(result)
        return result

    def _write_outcome(self, result):
        def count(name):
            return len(getattr(result, name, ()))

        ok = result.wasSuccessful()
        counts = [] if ok else [('failures', count('failures')), ('errors', count('errors'))]
        counts += [
            ('skipped', count('skipped')),
            ('expected failures', count('expectedFailures')),
            ('unexpected successes', count('unexpectedSuccesses')),
        ]
        told = ', '.join([f'{name}={number}' for name, number in counts if number])
        self.stream.write('OK' if ok else 'FAILED')
        self.stream.writeln(f' ({told})' if told else '')
        self.stream.flush()
