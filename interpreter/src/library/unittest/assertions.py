"""What a test may assert."""

import difflib
import pprint
import re
import warnings

from unittest.expectations import AssertLogs, AssertRaises, AssertWarns
from unittest.util import differing_counts, safe_repr, shortened_reprs

_DIFF_OMITTED = '\nDiff is %s characters long. Set self.maxDiff to None to see it.'


class Assertions:
    """The methods of a test case that fail, as `failureException`, where something is not as it should be."""

    def fail(self, msg=None):
        raise self.failureException(msg)

    def _fail(self, msg, standard):
        self.fail(self._formatMessage(msg, standard))

    def _formatMessage(self, msg, standardMsg):
        """The standard message, and the test's own after it."""
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else f'{standardMsg} : {msg}'

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + _DIFF_OMITTED % len(diff)

    # True, None, the same, of a class.

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f'{safe_repr(expr)} is not true')

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f'{safe_repr(expr)} is not false')

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f'{safe_repr(expr1)} is not {safe_repr(expr2)}')

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f'unexpectedly identical: {safe_repr(expr1)}')

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f'{safe_repr(obj)} is not None')

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, 'unexpectedly None')

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is not an instance of {cls!r}')

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f'{safe_repr(obj)} is an instance of {cls!r}')

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f'{safe_repr(member)} not found in {safe_repr(container)}')

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f'{safe_repr(member)} unexpectedly found in {safe_repr(container)}')

    # Order.

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f'{safe_repr(a)} not less than {safe_repr(b)}')

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f'{safe_repr(a)} not less than or equal to {safe_repr(b)}')

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f'{safe_repr(a)} not greater than {safe_repr(b)}')

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f'{safe_repr(a)} not greater than or equal to {safe_repr(b)}')

    # Equal.

    def _add_equality_functions(self):
        for cls, name in [
            (dict, 'assertDictEqual'),
            (list, 'assertListEqual'),
            (tuple, 'assertTupleEqual'),
            (set, 'assertSetEqual'),
            (frozenset, 'assertSetEqual'),
            (str, 'assertMultiLineEqual'),
        ]:
            self.addTypeEqualityFunc(cls, name)

    def addTypeEqualityFunc(self, typeobj, function):
        """assertEqual() calls this function where both values are of exactly this type."""
        self._type_equality_funcs[typeobj] = function

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            asserter = self._type_equality_funcs.get(type(first))
            if asserter is not None:
                return getattr(self, asserter) if isinstance(asserter, str) else asserter
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, '%s != %s' % shortened_reprs(first, second))

    def assertEqual(self, first, second, msg=None):
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)}')

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Equal when rounded to so many places (7), or no further apart than `delta`."""
        if first == second:
            return
        near, difference, how = _nearness(first, second, places, delta)
        if not near:
            self._fail(msg, f'{safe_repr(first)} != {safe_repr(second)} within {how} ({safe_repr(difference)} difference)')

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        near, difference, how = _nearness(first, second, places, delta)
        if not (first == second) and not near:
            return
        told = f' ({safe_repr(difference)} difference)' if delta is not None else ''
        self._fail(msg, f'{safe_repr(first)} == {safe_repr(second)} within {how}{told}')

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, 'First argument is not a string')
        self.assertIsInstance(second, str, 'Second argument is not a string')
        if first == second:
            return
        if len(first) > self._diffThreshold or len(second) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        first_lines, second_lines = first.splitlines(True), second.splitlines(True)
        if len(first_lines) == 1 and first.strip('\r\n') == first:
            first_lines, second_lines = [first + '\n'], [second + '\n']
        message = '%s != %s' % shortened_reprs(first, second)
        self._fail(msg, self._truncateMessage(message, '\n' + ''.join(difflib.ndiff(first_lines, second_lines))))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Both have the same items in the same order; the message says where they first differ."""
        name = 'sequence'
        if seq_type is not None:
            name = seq_type.__name__
            for order, seq in [('First', seq1), ('Second', seq2)]:
                if not isinstance(seq, seq_type):
                    raise self.failureException(f'{order} sequence is not a {name}: {safe_repr(seq)}')
        message = _sequences_without_length(seq1, seq2, name)
        if message is None:
            if seq1 == seq2:
                return
            same, message = _sequence_difference(seq1, seq2, name)
            if same and seq_type is None and type(seq1) != type(seq2):
                return
        self._fail(msg, self._truncateMessage(message, _pretty_diff(seq1, seq2)))

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        only_first = self._set_difference(set1, set2, 'first')
        only_second = self._set_difference(set2, set1, 'second')
        lines = []
        for order, items in [('first', only_first), ('second', only_second)]:
            if items:
                lines.append(f"Items in the {order} set but not the {'second' if order == 'first' else 'first'}:")
                lines.extend([repr(item) for item in items])
        if lines:
            self._fail(msg, '\n'.join(lines))

    def _set_difference(self, one, other, order):
        try:
            return one.difference(other)
        except TypeError as error:
            self.fail(f'invalid type when attempting set difference: {error}')
        except AttributeError as error:
            self.fail(f'{order} argument does not support set difference: {error}')

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            self._fail(msg, self._truncateMessage('%s != %s' % shortened_reprs(d1, d2), _pretty_diff(d1, d2)))

    def assertDictContainsSubset(self, subset, dictionary, msg=None):
        warnings.warn('assertDictContainsSubset is deprecated', DeprecationWarning)
        missing = [key for key in subset if key not in dictionary]
        mismatched = [
            f'{safe_repr(key)}, expected: {safe_repr(value)}, actual: {safe_repr(dictionary[key])}'
            for key, value in subset.items()
            if key in dictionary and value != dictionary[key]
        ]
        told = []
        if missing:
            told.append('Missing: ' + ','.join([safe_repr(key) for key in missing]))
        if mismatched:
            told.append('Mismatched values: ' + ','.join(mismatched))
        if told:
            self._fail(msg, '; '.join(told))

    def assertCountEqual(self, first, second, msg=None):
        """Both have the same items equally often, in any order."""
        differences = differing_counts(list(first), list(second))
        if differences:
            lines = ['First has %d, Second has %d:  %r' % difference for difference in differences]
            self._fail(msg, self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines)))

    # Texts and patterns.

    def assertRegex(self, text, expected_regex, msg=None):
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, 'expected_regex must not be empty.'
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail(msg, f"Regex didn't match: {expected_regex.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self._fail(msg, f'Regex matched: {match.group()!r} matches {unexpected_regex.pattern!r} in {text!r}')

    # Exceptions, warnings, logs.

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fails where calling the function does not raise; without one, a context manager for what is to raise."""
        return AssertRaises(expected_exception, self).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return AssertRaises(expected_exception, self, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return AssertWarns(expected_warning, self).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return AssertWarns(expected_warning, self, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fails where nothing is logged in the block; it has the records and their texts."""
        return AssertLogs(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        return AssertLogs(self, logger, level, True)


def _nearness(first, second, places, delta):
    """Whether two values are near to each other, their difference, and how near is near."""
    if delta is not None and places is not None:
        raise TypeError('specify delta or places not both')
    difference = abs(first - second)
    if delta is not None:
        return difference <= delta, difference, f'{safe_repr(delta)} delta'
    places = 7 if places is None else places
    return round(difference, places) == 0, difference, f'{places!r} places'


def _pretty_diff(first, second):
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def _sequences_without_length(seq1, seq2, name):
    for order, seq in [('First', seq1), ('Second', seq2)]:
        try:
            len(seq)
        except (TypeError, NotImplementedError):
            return f'{order} {name} has no length.    Non-sequence?'


def _sequence_difference(seq1, seq2, name):
    """Whether two sequences that are not equal have the same items all the same, and how they differ."""
    told = '%ss differ: %s != %s\n' % (name.capitalize(), *shortened_reprs(seq1, seq2))
    same, found = _first_difference(seq1, seq2, name)
    return same and len(seq1) == len(seq2), told + found + _extra_items(seq1, seq2, name)


def _first_difference(seq1, seq2, name):
    for place in range(min(len(seq1), len(seq2))):
        items = []
        for order, seq in [('first', seq1), ('second', seq2)]:
            try:
                items.append(seq[place])
            except (TypeError, IndexError, NotImplementedError):
                return False, f'\nUnable to index element {place} of {order} {name}\n'
        if items[0] != items[1]:
            return False, '\nFirst differing element %d:\n%s\n%s\n' % (place, *shortened_reprs(*items))
    return True, ''


def _extra_items(seq1, seq2, name):
    if len(seq1) == len(seq2):
        return ''
    longer, shorter, order = (seq1, seq2, 'First') if len(seq1) > len(seq2) else (seq2, seq1, 'Second')
    place = len(shorter)
    told = f'\n{order} {name} contains {len(longer) - place} additional elements.\n'
    try:
        return told + f'First extra element {place}:\n{safe_repr(longer[place])}\n'
    except (TypeError, IndexError, NotImplementedError):
        return told + f'Unable to index element {place} of {order.lower()} {name}\n'


def _deprecated(name, better):
    def method(self, *args, **kwargs):
        warnings.warn(f'Please use {better} instead.', DeprecationWarning, 2)
        return getattr(self, better)(*args, **kwargs)

    method.__name__ = name
    return method


for _old, _new in {
    'failUnlessEqual': 'assertEqual',
    'assertEquals': 'assertEqual',
    'failIfEqual': 'assertNotEqual',
    'assertNotEquals': 'assertNotEqual',
    'failUnless': 'assertTrue',
    'assert_': 'assertTrue',
    'failIf': 'assertFalse',
    'failUnlessRaises': 'assertRaises',
    'failUnlessAlmostEqual': 'assertAlmostEqual',
    'assertAlmostEquals': 'assertAlmostEqual',
    'failIfAlmostEqual': 'assertNotAlmostEqual',
    'assertNotAlmostEquals': 'assertNotAlmostEqual',
    'assertRegexpMatches': 'assertRegex',
    'assertNotRegexpMatches': 'assertNotRegex',
    'assertRaisesRegexp': 'assertRaisesRegex',
}.items():
    setattr(Assertions, _old, _deprecated(_old, _new))
del _old, _new
