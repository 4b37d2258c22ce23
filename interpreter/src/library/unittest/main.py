"""`unittest.main()`: runs the tests of the program, and ends it."""

import sys

from unittest import loader as _loader, runner as _runner

__all__ = ['TestProgram', 'main']

_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


class TestProgram:
    """Finds the tests of a module, runs them, and ends the program with a status that says whether all went well."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None

    def __init__(
        self,
        module='__main__',
        defaultTest=None,
        argv=None,
        testRunner=None,
        testLoader=_loader.defaultTestLoader,
        exit=True,
        verbosity=1,
        failfast=None,
        catchbreak=None,
        buffer=None,
        warnings=None,
        *,
        tb_locals=False,
    ):
        self.module = sys.modules[module] if isinstance(module, str) else module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.warnings = 'default' if warnings is None and not sys.warnoptions else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = argv[0].rpartition('/')[2]
        self.parseArgs(argv)
        self.runTests()

    def usageExit(self, msg=None):
        import warnings

        warnings.warn('TestProgram.usageExit() is deprecated and will be removed in Python 3.13', DeprecationWarning)
        if msg:
            print(msg)
        parser = self._parser()
        parser.print_help()
        sys.exit(2)

    def parseArgs(self, argv):
        """Takes the names of tests and the options from the arguments."""
        self.tests = []
        if len(argv) > 1:
            self._parser().parse_args(argv[1:], self)
        named = self.tests or self.defaultTest
        if named is not None:
            named = (named,) if isinstance(named, str) else list(named)
        self.testNames = named
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _parser(self):
        import argparse

        parser = argparse.ArgumentParser(prog=self.progName)
        parser.print_help = lambda: print(parser.format_help(), _EXAMPLES % {'prog': self.progName}, sep='\n')
        add = parser.add_argument
        add('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        add('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        add('--locals', dest='tb_locals', action='store_true', help='Show local variables in tracebacks')
        for name, letter, what in [
            ('failfast', 'f', 'Stop on first fail or error'),
            ('catchbreak', 'c', 'Catch Ctrl-C and display results so far'),
            ('buffer', 'b', 'Buffer stdout and stderr during tests'),
        ]:
            if getattr(self, name) is None:
                add('-' + letter, '--' + name.replace('break', ''), dest=name, action='store_true', help=what)
                setattr(self, name, False)
        if self.testNamePatterns is None:
            add('-k', dest='testNamePatterns', action='append', type=_pattern, help='Only run tests which match the given substring')
            self.testNamePatterns = []
        add('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')
        return parser

    def runTests(self):
        runner = _runner.TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            runner = self._made(runner)
        self.result = runner.run(self.test)
        if self.exit:
            sys.exit(not self.result.wasSuccessful())

    def _made(self, runner_class):
        """A runner of this class, which may not know all options."""
        options = {'verbosity': self.verbosity, 'failfast': self.failfast, 'buffer': self.buffer, 'warnings': self.warnings}
        try:
            try:
                return runner_class(tb_locals=self.tb_locals, **options)
            except TypeError:
                return runner_class(**options)
        except TypeError:
            return runner_class()


def _pattern(text):
    return text if '*' in text else f'*{text}*'


main = TestProgram
