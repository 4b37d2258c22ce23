# What dir() tells of mocks, and what a test runner tells after a success that was not expected.
import sys
import traceback
import unittest
from unittest import mock
from unittest.mock import MagicMock, Mock, create_autospec, patch


class Spec:
    def go(self): ...

    size = 5


print(dir(Mock(spec=['a', '__len__'])))
print(dir(Mock()))
made = Mock()
made.child.grandchild = 1
made.own = 2
del made.gone
print([name for name in dir(made) if name in ('child', 'own', 'gone')])
print([name for name in dir(create_autospec(Spec)) if name in ('go', 'size', 'called', '__doc__', '_mock_name')])
print([name for name in dir(MagicMock()) if name.startswith('_')])
mock.FILTER_DIR = False
print('__class__' in dir(Mock()), 'called' in dir(Mock()))
print(repr(patch.dict({}, a=1)).split(' at ')[0], type(patch('a.b')))


class Unexpected(unittest.TestCase):
    @unittest.expectedFailure
    def test_succeeds(self): ...


class Broken(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ValueError('class setup')

    def test_never(self): ...


class Expected(unittest.TestCase):
    @unittest.expectedFailure
    def test_fails(self):
        self.fail()


try:
    1 / 0
except ZeroDivisionError as error:
    told = [traceback.TracebackException.from_exception(error) for _ in range(2)]
print(told[0] == told[1], told[0] == traceback.TracebackException(ValueError, ValueError(1), None), told[0] == 5)

for verbosity in (1, 2):
    suite = unittest.TestSuite()
    for case in (Unexpected, Broken, Expected, Broken):
        suite.addTests(unittest.defaultTestLoader.loadTestsFromTestCase(case))
    stream = unittest.runner._WritelnDecorator(sys.stdout)
    result = unittest.TextTestResult(stream, True, verbosity)
    suite.run(result)
    print()
