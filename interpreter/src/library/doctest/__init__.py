"""Runs the examples in docstrings, and says which do not print what they are to print.

https://docs.python.org/3.11/library/doctest.html, without files and the debugger.
"""

import sys
import traceback
from collections import namedtuple
from io import StringIO

import _compiled
from doctest._examples import (
    BLANKLINE_MARKER,
    COMPARISON_FLAGS,
    DONT_ACCEPT_BLANKLINE,
    DONT_ACCEPT_TRUE_FOR_1,
    ELLIPSIS,
    ELLIPSIS_MARKER,
    FAIL_FAST,
    IGNORE_EXCEPTION_DETAIL,
    NORMALIZE_WHITESPACE,
    OPTIONFLAGS_BY_NAME,
    REPORTING_FLAGS,
    REPORT_CDIFF,
    REPORT_NDIFF,
    REPORT_ONLY_FIRST_FAILURE,
    REPORT_UDIFF,
    SKIP,
    DocTest,
    DocTestParser,
    Example,
    OutputChecker,
    indented as _indent,
    register_optionflag,
    without_details as _without_details,
)
from doctest._finder import DocTestFinder

__all__ = [
    'register_optionflag',
    'DONT_ACCEPT_TRUE_FOR_1',
    'DONT_ACCEPT_BLANKLINE',
    'NORMALIZE_WHITESPACE',
    'ELLIPSIS',
    'SKIP',
    'IGNORE_EXCEPTION_DETAIL',
    'COMPARISON_FLAGS',
    'REPORT_UDIFF',
    'REPORT_CDIFF',
    'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE',
    'REPORTING_FLAGS',
    'FAIL_FAST',
    'Example',
    'DocTest',
    'DocTestParser',
    'DocTestFinder',
    'DocTestRunner',
    'OutputChecker',
    'DocTestFailure',
    'UnexpectedException',
    'DebugRunner',
    'testmod',
    'run_docstring_examples',
    'script_from_examples',
]

TestResults = namedtuple('TestResults', 'failed attempted')

_SUCCESS, _FAILURE, _UNEXPECTED = range(3)


class DocTestRunner:
    """Runs tests, and writes about those that fail."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = 0
        self.failures = 0
        # How many examples of each test failed, and how many were tried.
        self._name2ft = {}

    # What is written about each example.

    def report_start(self, out, test, example):
        if self._verbose:
            wanted = 'Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'
            out('Trying:\n' + _indent(example.source) + wanted)

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(_traceback(test, example, exc_info)))

    def _failure_header(self, test, example):
        if test.filename:
            line = '?' if test.lineno is None or example.lineno is None else test.lineno + example.lineno + 1
            place = f'File "{test.filename}", line {line}, in {test.name}'
        else:
            place = f'Line {example.lineno + 1}, in {test.name}'
        return f'{self.DIVIDER}\n{place}\nFailed example:\n{_indent(example.source)}'

    # Running.

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test, one after the other, on the same variables."""
        self.test = test
        out = sys.stdout.write if out is None else out
        stdout, hook = sys.stdout, sys.displayhook
        printed = sys.stdout = StringIO()
        sys.displayhook = sys.__displayhook__
        module = _compiled.namespace(test.globs.get('__name__', '__main__'), test.globs)
        try:
            return self._run(test, module, printed, out)
        finally:
            sys.stdout, sys.displayhook = stdout, hook
            variables = dict(module.__dict__)
            module.__dict__.clear()
            test.globs.clear()
            if not clear_globs:
                test.globs.update(variables)

    def _run(self, test, module, printed, out):
        failures = tries = 0
        original = self.optionflags
        for example in test.examples:
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = original
            for flag, on in example.options.items():
                self.optionflags = self.optionflags | flag if on else self.optionflags & ~flag
            if self.optionflags & SKIP:
                continue
            tries += 1
            if not quiet:
                self.report_start(out, test, example)
            error = None
            try:
                _compiled.run(example.source, _filename(test, example), module, True)
            except KeyboardInterrupt:
                raise
            except BaseException:
                error = sys.exc_info()
            got = printed.getvalue()
            printed.seek(0)
            printed.truncate()
            outcome = self._outcome(example, got, error)
            if outcome == _SUCCESS:
                if not quiet:
                    self.report_success(out, test, example, got)
                continue
            failures += 1
            if not quiet:
                if outcome == _FAILURE:
                    shown = got if error is None else got + _traceback(test, example, error)
                    self.report_failure(out, test, example, shown)
                else:
                    self.report_unexpected_exception(out, test, example, error)
            if self.optionflags & FAIL_FAST:
                break
        self.optionflags = original
        failed, tried = self._name2ft.get(test.name, (0, 0))
        self._name2ft[test.name] = failed + failures, tried + tries
        self.failures += failures
        self.tries += tries
        return TestResults(failures, tries)

    def _outcome(self, example, got, error):
        flags = self.optionflags
        check = self._checker.check_output
        if error is None:
            return _SUCCESS if check(example.want, got, flags) else _FAILURE
        message = traceback.format_exception_only(*error[:2])[-1]
        if example.exc_msg is None:
            return _UNEXPECTED
        if check(example.exc_msg, message, flags):
            return _SUCCESS
        if flags & IGNORE_EXCEPTION_DETAIL and check(_without_details(example.exc_msg), _without_details(message), flags):
            return _SUCCESS
        return _FAILURE

    def summarize(self, verbose=None):
        """Writes how many examples failed in which tests."""
        verbose = self._verbose if verbose is None else verbose
        counts = self._name2ft
        failed = sorted([(name, count) for name, count in counts.items() if count[0]])
        if verbose:
            without = sorted([name for name, (_, tries) in counts.items() if tries == 0])
            passed = sorted([(name, tries) for name, (failures, tries) in counts.items() if tries and not failures])
            if without:
                print(len(without), 'items had no tests:')
                for name in without:
                    print('   ', name)
            if passed:
                print(len(passed), 'items passed all tests:')
                for name, tries in passed:
                    print(f' {tries:3d} tests in {name}')
        if failed:
            print(self.DIVIDER)
            print(len(failed), 'items had failures:')
            for name, (failures, tries) in failed:
                print(f' {failures:3d} of {tries:3d} in {name}')
        failures = sum([count[0] for count in counts.values()])
        tries = sum([count[1] for count in counts.values()])
        if verbose:
            print(tries, 'tests in', len(counts), 'items.')
            print(tries - failures, 'passed and', failures, 'failed.')
        if failures:
            print('***Test Failed***', failures, 'failures.')
        elif verbose:
            print('Test passed.')
        return TestResults(failures, tries)

    def merge(self, other):
        """Adds what another runner has counted."""
        for name, (failures, tries) in other._name2ft.items():
            failed, tried = self._name2ft.get(name, (0, 0))
            self._name2ft[name] = failed + failures, tried + tries


def _filename(test, example):
    return f'<doctest {test.name}[{test.examples.index(example)}]>'


def _traceback(test, example, exc_info):
    """The traceback of an exception, with the example where it begins."""
    place = f'  File "{_filename(test, example)}", line 1, in <module>\n    {example.source.splitlines()[0]}\n'
    lines = traceback.format_exception(*exc_info)
    if lines[0].startswith('Traceback'):
        return ''.join([lines[0], place, *lines[1:]])
    return ''.join(['Traceback (most recent call last):\n', place, *lines])


class DocTestFailure(Exception):
    """An example did not print what it is to print."""

    def __init__(self, test, example, got):
        self.test = test
        self.example = example
        self.got = got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    """An example raised an exception."""

    def __init__(self, test, example, exc_info):
        self.test = test
        self.example = example
        self.exc_info = exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises where an example fails."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        result = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return result

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)


master = None


def testmod(
    m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False
):
    """Runs the examples of all docstrings of a module, the program's own if none is given."""
    global master
    if m is None:
        m = sys.modules.get('__main__')
    if not isinstance(m, type(sys)):
        raise TypeError(f'testmod: module required; {m!r}')
    if name is None:
        name = m.__name__
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Runs the examples of one docstring; only failures are written."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The examples of a text as a program, all else as comments."""
    lines = []
    for part in DocTestParser().parse(s):
        if isinstance(part, Example):
            lines.append(part.source[:-1])
            if part.want:
                lines.append('# Expected:')
                lines.extend([f'## {line}' for line in part.want.split('\n')[:-1]])
        else:
            lines.extend([f'# {line}' if line else '#' for line in part.split('\n')[:-1]])
    while lines and lines[-1] == '#':
        lines.pop()
    while lines and lines[0] == '#':
        lines.pop(0)
    return '\n'.join(lines) + '\n'
