"""Tracebacks of failures and errors: chains, notes, helpers, and long lines."""

import unittest


def check(test, value):
    test.assertEqual(value, 1)


def divide(a, b):
    return a / b


class Chains(unittest.TestCase):
    def test_helper(self):
        check(self, 2)

    def test_deep(self):
        divide(divide(1, 2), 0)

    def test_cause(self):
        try:
            {}['key']
        except KeyError as error:
            raise ValueError('no key') from error

    def test_context(self):
        try:
            {}['key']
        except KeyError:
            self.assertTrue(0)

    def test_from_none(self):
        try:
            {}['key']
        except KeyError:
            raise ValueError('no key') from None

    def test_note(self):
        error = ValueError('noted')
        error.add_note('a note')
        raise error

    def test_group(self):
        raise ExceptionGroup('several', [ValueError(1), TypeError(2)])

    def test_assert(self):
        numbers = [1, 2]
        assert numbers == [1], numbers

    def test_long(self):
        self.assertEqual(
            'a first text',
            'a second text',
        )

    def test_not_raised(self):
        with self.assertRaises(ValueError):
            divide(1, 2)

    def test_other_raised(self):
        with self.assertRaises(ValueError):
            divide(1, 0)

    def test_recursion(self):
        def down(n):
            return down(n - 1) if n else 1 / 0
        down(5)


if __name__ == '__main__':
    unittest.main(verbosity=2)
