"""Suites, loaders, runners and results, used by hand."""

import io
import sys
import unittest


class One(unittest.TestCase):
    def test_a(self):
        print('One.a')

    def test_b(self):
        self.fail('b')

    def test_c(self):
        print('One.c')


class Two(unittest.TestCase):
    def check_x(self):
        print('Two.x')

    def test_y(self):
        print('Two.y')


class Nothing(unittest.TestCase):
    pass


loader = unittest.TestLoader()
print(loader.getTestCaseNames(One), loader.getTestCaseNames(Nothing))
print(loader.loadTestsFromTestCase(One))
print(loader.loadTestsFromName('One', sys.modules['__main__']))
print(loader.loadTestsFromName('One.test_a', sys.modules['__main__']))
print(loader.loadTestsFromNames(['Two', 'One.test_c'], sys.modules['__main__']))
loader.testMethodPrefix = 'check'
print(loader.loadTestsFromTestCase(Two))
loader = unittest.TestLoader()
loader.sortTestMethodsUsing = lambda one, other: (one < other) - (one > other)
print(loader.getTestCaseNames(One))

suite = unittest.TestSuite()
suite.addTest(One('test_c'))
suite.addTests([One('test_b'), Two('test_y')])
suite.addTest(unittest.defaultTestLoader.loadTestsFromTestCase(Two))
print(suite.countTestCases(), len(list(suite)), suite)
result = unittest.TestResult()
suite.run(result)
print(result, result.failures[0][0], result.failures[0][1])
print(suite, suite.countTestCases())

for wrong in (3, One, unittest.TestSuite):
    try:
        suite.addTest(wrong)
    except TypeError as error:
        print(error)
try:
    suite.addTests('abc')
except TypeError as error:
    print(error)
try:
    One('test_z')
except ValueError as error:
    print(error)

stream = io.StringIO()
runner = unittest.TextTestRunner(stream=stream, verbosity=2, failfast=True)
result = runner.run(unittest.defaultTestLoader.loadTestsFromTestCase(One))
print(stream.getvalue())
print(result.testsRun, result.shouldStop)


class Counting(unittest.TextTestResult):
    def __init__(self, *args):
        super().__init__(*args)
        self.successes = []

    def addSuccess(self, test):
        super().addSuccess(test)
        self.successes.append(test.id())


result = unittest.TextTestRunner(stream=io.StringIO(), resultclass=Counting).run(unittest.defaultTestLoader.loadTestsFromTestCase(One))
print(result.successes)


def function():
    """A function as a test."""
    print('function')


def broken():
    raise LookupError('broken')


for test in (
    unittest.FunctionTestCase(function), unittest.FunctionTestCase(broken, setUp=lambda: print('up'), tearDown=lambda: print('down')),
    unittest.FunctionTestCase(broken, description='described'),
):
    print(test, test.id(), test.shortDescription())
    unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(test)

print(One('test_a') == One('test_a'), One('test_a') == One('test_b'), hash(One('test_a')) == hash(One('test_a')))
One('test_a').debug()
try:
    One('test_b').debug()
except AssertionError as error:
    print(error)
One('test_a')()


def load_tests(loader, tests, pattern):
    print('load_tests', tests.countTestCases(), pattern)
    return unittest.TestSuite([One('test_a')])


unittest.main(exit=False, testRunner=unittest.TextTestRunner(stream=sys.stdout, descriptions=False))
