"""Tests of a small class, run by unittest.main()."""

import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError('pop from an empty stack')
        return self.items.pop()


class StackTest(unittest.TestCase):
    def setUp(self):
        self.stack = Stack()

    def tearDown(self):
        del self.stack

    def test_push(self):
        self.stack.push(1)
        self.assertEqual(self.stack.items, [1])

    def test_pop(self):
        self.stack.push(1)
        self.stack.push(2)
        self.assertEqual(self.stack.pop(), 2)

    def test_pop_empty(self):
        """An empty stack has nothing to give.

        More is said here.
        """
        with self.assertRaises(IndexError) as caught:
            self.stack.pop()
        self.assertIn('empty', str(caught.exception))

    def test_wrong(self):
        """This test is wrong."""
        self.stack.push(1)
        self.assertEqual(self.stack.pop(), 2, 'one is not two')

    def test_error(self):
        self.stack.peek()

    def helper(self):
        raise RuntimeError('not a test')


if __name__ == '__main__':
    unittest.main()
