"""What a run of tests comes to."""

import sys
import traceback

from unittest import util

__all__ = ['TestResult']


class TestResult:
    """Counts tests, and keeps what failed of them."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.shouldStop = self.failfast = self.buffer = self.tb_locals = False
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """The runner calls it at the end: those who print results override it."""

    def startTest(self, test):
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def _setupStdout(self):
        """With `buffer`, what tests print is kept back."""
        if self.buffer:
            if self._stderr_buffer is None:
                from io import StringIO

                self._stderr_buffer = StringIO()
                self._stdout_buffer = StringIO()
            sys.stdout = self._stdout_buffer
            sys.stderr = self._stderr_buffer

    def startTestRun(self):
        """Called once, before any test."""

    def stopTest(self, test):
        self._restoreStdout()
        self._mirrorOutput = False

    def _restoreStdout(self):
        """What was kept back is printed if the test failed, and forgotten if not."""
        if not self.buffer:
            return
        if self._mirrorOutput:
            output, error = sys.stdout.getvalue(), sys.stderr.getvalue()
            if output:
                self._original_stdout.write('\nStdout:\n' + _ended(output))
            if error:
                self._original_stderr.write('\nStderr:\n' + _ended(error))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for kept in (self._stdout_buffer, self._stderr_buffer):
            if kept is not None:
                kept.seek(0)
                kept.truncate()

    def stopTestRun(self):
        """Called once, after all tests."""

    def addError(self, test, err):
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._note_failure()

    def addFailure(self, test, err):
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._note_failure()

    def _note_failure(self):
        self._mirrorOutput = True
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        """Called at the end of each subtest; `err` is None where it went well."""
        if err is None:
            return
        if self.failfast:
            self.stop()
        kept = self.failures if issubclass(err[0], test.failureException) else self.errors
        kept.append((subtest, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSuccess(self, test):
        pass

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def wasSuccessful(self):
        return not self.failures and not self.errors and not getattr(self, 'unexpectedSuccesses', ())

    def stop(self):
        """No further test is begun."""
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        """The traceback, and what the test had printed if that was kept back."""
        exctype, value, tb = err
        lines = traceback.format_exception(exctype, value, tb)
        if self.buffer:
            output, error = sys.stdout.getvalue(), sys.stderr.getvalue()
            if output:
                lines.append('\nStdout:\n' + _ended(output))
            if error:
                lines.append('\nStderr:\n' + _ended(error))
        return ''.join(lines)

    def __repr__(self):
        return f'<{util.strclass(self.__class__)} run={self.testsRun} errors={len(self.errors)} failures={len(self.failures)}>'


def _ended(text):
    return text if text.endswith('\n') else text + '\n'
