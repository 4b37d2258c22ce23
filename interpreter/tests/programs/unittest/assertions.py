"""What each assertion says when it fails."""

import unittest
import warnings


def raises(error):
    raise error


class Odd:
    def __repr__(self):
        raise ValueError

    def __eq__(self, other):
        return False


NUMBERS = {str(number): number for number in range(30)}


class Test(unittest.TestCase):
    def runTest(self):
        pass


test = Test()


def fails(name, *args, **kwargs):
    try:
        answer = getattr(test, name)(*args, **kwargs)
    except test.failureException as error:
        print(name, '|', error)
    except Exception as error:
        print(name, '!', type(error).__name__, error)
    else:
        print(name, 'ok', answer)


for first, second in [
    (1, 2), (1, 1.0), ('a' * 100, 'a' * 99 + 'b'), ('x' * 50 + 'y' * 90, 'x' * 50 + 'z' * 80), ([1, 2, 3], [1, 3, 3, 4]), ((1, 2), (1,)),
    ([], [1]), ([1, [2]], [1, [3]]), ({1, 2}, {2, 3}), (frozenset([1]), frozenset()), ({'a': 1}, {'a': 2, 'b': 3}), (NUMBERS, {**NUMBERS, '7': 0}),
    ('one\ntwo\nthree\n', 'one\n2\nthree\nfour\n'), ('abc', 'abd'), ('', 'a'), ([1], (1,)), (None, 0), (list(range(60)), list(range(59))),
    (b'abc', b'abd'), ([NUMBERS] * 9, [NUMBERS] * 8), ('same', 'same'), (float('nan'), float('nan')),
]:
    fails('assertEqual', first, second)
    fails('assertNotEqual', first, second, 'told')

for first, second in [([1, 2], (1, 2, 3)), ([1, 2], (1, 2)), (3, (1, 2)), ([1], 5), ({1: 2}, {1: 3}), ('ab', 'ac'), ({1}, {2})]:
    fails('assertSequenceEqual', first, second)
    fails('assertListEqual', first, second)
    fails('assertTupleEqual', first, second)
    fails('assertDictEqual', first, second)
    fails('assertSetEqual', first, second)
    fails('assertMultiLineEqual', first, second)

for first, second in [
    ([1, 1, 2], [1, 2, 2]), ('aab', 'abb'), ([[1], [1], [2]], [[1], [2], [2]]), ([1, 'a'], ['a', 1]), ([{}, 1], [1]), ([], []), (3, 4),
]:
    fails('assertCountEqual', first, second, 'told')

for args, kwargs in [
    ((1.0, 1.1), {}), ((1.0, 1.00000001), {}), ((1.0, 1.1), {'places': 3}), ((1.0, 1.04), {'places': 1}), ((1.0, 1.5), {'delta': 0.1}),
    ((1.0, 1.05), {'delta': 0.1}), ((1, 1), {'delta': 0}), ((1, 2), {'delta': 1, 'places': 2}), (('a', 'b'), {}), ((1.0, 1.1), {'msg': 'told'}),
]:
    fails('assertAlmostEqual', *args, **kwargs)
    fails('assertNotAlmostEqual', *args, **kwargs)

for first, second in [(1, 2), (2, 1), (1, 1), ('a', 'b')]:
    for name in ('assertLess', 'assertLessEqual', 'assertGreater', 'assertGreaterEqual', 'assertIs', 'assertIsNot'):
        fails(name, first, second)

for value in (None, 0, 1, [], 'a'):
    for name in ('assertTrue', 'assertFalse', 'assertIsNone', 'assertIsNotNone'):
        fails(name, value)
        fails(name, value, 'told')

for value, cls in [(1, int), (1, str), (True, (str, list)), (1, 2)]:
    fails('assertIsInstance', value, cls)
    fails('assertNotIsInstance', value, cls)

for member, container in [(1, [1]), (1, []), ('a', 'abc'), ('z', 'abc'), ('k', {'k': 1}), (1, 1)]:
    fails('assertIn', member, container)
    fails('assertNotIn', member, container)

for pattern in ('b', 'x+', '^a.c$'):
    fails('assertRegex', 'abc', pattern)
    fails('assertNotRegex', 'abc', pattern)

fails('assertRaises', ValueError, int, 'x')
fails('assertRaises', ValueError, int, '3')
fails('assertRaises', (ValueError, TypeError), int)
fails('assertRaises', ValueError, raises, KeyError('k'))
fails('assertRaises', 3)
fails('assertRaises', 'ValueError', int)
fails('assertRaises', ValueError, wrong=1)
fails('assertRaisesRegex', ValueError, 'bad', raises, ValueError('too bad'))
fails('assertRaisesRegex', ValueError, '^bad', raises, ValueError('too bad'))
fails('assertWarns', UserWarning, int)
fails('assertWarns', UserWarning, warnings.warn, 'text')
fails('assertWarns', DeprecationWarning, warnings.warn, 'text')
fails('assertWarnsRegex', UserWarning, 'x', warnings.warn, 'text')
fails('assertWarnsRegex', UserWarning, 'y', warnings.warn, 'text')
fails('fail')
fails('fail', 'told')
fails('skipTest', 'why')
fails('assertEqual', 1, 2, msg='told')

test.longMessage = False
fails('assertEqual', 1, 2)
fails('assertEqual', 1, 2, 'told')
test.longMessage = True
test.maxDiff = None
fails('assertEqual', [NUMBERS] * 2, [NUMBERS])
test.addTypeEqualityFunc(int, lambda first, second, msg: test.fail(f'integers {first} and {second} {msg}'))
fails('assertEqual', 1, 2)
fails('assertEqual', 1, True)

with test.assertRaises(ZeroDivisionError) as caught:
    1 / 0
print(repr(caught.exception), caught.exception.__traceback__)
with test.assertWarns(UserWarning) as warned:
    warnings.warn('here')
print(repr(warned.warning), warned.lineno)
try:
    with test.assertRaises(KeyError, msg='told'):
        pass
except AssertionError as error:
    print(error)
try:
    with test.assertRaises(KeyError):
        [][1]
except IndexError as error:
    print(error)
print(test.id(), test, repr(test), test.shortDescription(), test.countTestCases())
