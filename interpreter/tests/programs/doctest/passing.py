"""A module whose examples all pass, as most do: nothing is printed but what is asked for.

>>> average([1, 2, 3])
2.0
>>> Counter(2).value
2
"""

import doctest
import math


def average(numbers):
    """The mean of some numbers.

    >>> average([20, 30, 70])
    40.0
    >>> average([])
    Traceback (most recent call last):
        ...
    ZeroDivisionError: division by zero
    >>> round(average([0.1, 0.2]), 2)
    0.15
    """
    return sum(numbers) / len(numbers)


def greet(name):
    """
    >>> greet("Ann")
    'Hello, Ann'
    >>> print(greet('Bob'))
    Hello, Bob
    >>> for name in ['x', 'y']:
    ...     greet(name)
    ...
    'Hello, x'
    'Hello, y'
    """
    return f'Hello, {name}'


def lines():
    r"""
    >>> print('a\n\nb')
    a
    <BLANKLINE>
    b
    >>> {'a': 1, 'b': [2, 3]}
    {'a': 1, 'b': [2, 3]}
    >>> list(range(30))  # doctest: +ELLIPSIS
    [0, 1, 2, ..., 28, 29]
    >>> [list(range(5)), 'x']  # doctest: +NORMALIZE_WHITESPACE
    [[0, 1, 2, 3, 4],
     'x']
    >>> object()  # doctest: +ELLIPSIS
    <object object at 0x...>
    >>> wrong  # doctest: +SKIP
    >>> int('z')  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    ValueError: the text does not matter
    """


class Counter:
    """Counts.

    >>> counter = Counter()
    >>> counter.add(), counter.add(5)
    (1, 6)
    >>> counter
    Counter(6)
    """

    def __init__(self, value=0):
        self.value = value

    def add(self, n=1):
        """
        >>> Counter(3).add()
        4
        """
        self.value += n
        return self.value

    @property
    def double(self):
        """
        >>> Counter(4).double
        8
        """
        return self.value * 2

    @staticmethod
    def zero():
        """
        >>> Counter.zero()
        0
        """
        return 0

    @classmethod
    def make(cls):
        """
        >>> Counter.make()
        Counter(0)
        """
        return cls()

    def __repr__(self):
        return f'Counter({self.value})'


if __name__ == '__main__':
    print(doctest.testmod())
    doctest.testmod(verbose=True)
    doctest.run_docstring_examples(average, globals())
    doctest.run_docstring_examples(greet, globals(), verbose=True, name='greet')
    assert doctest.testmod().failed == 0
    print('average' in globals(), 'counter' in globals(), math.pi)
