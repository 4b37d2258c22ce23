"""Examples that fail, and what is written about them.

>>> square(2)
4
>>> square(3)
10
"""

import doctest


def square(x):
    """Square.

    >>> square(3)
    8
    >>> for number in range(2):
    ...     print(number)
    ...     number
    0
    1
    >>> print('printed')
    >>> x = 3
    >>> None
    3
    >>> print('a\\n\\nb')
    a
    b
    >>> 1 == 1
    1
    >>> 1 == 1  # doctest: +DONT_ACCEPT_TRUE_FOR_1
    1
    >>> square('a')
    Traceback (most recent call last):
        ...
    TypeError: can't multiply sequence by non-int of type 'str'
    >>> list(range(20))  # doctest: +ELLIPSIS
    [1, ..., 19]
    >>> def inner():
    ...     '''doc'''
    ...     return x
    >>> inner(), x, _
    (3, 3, 3)
    >>> class A: pass
    >>> a = A(); a.b = 1; a.b
    1
    """
    return x * x


class Outer:
    """
    >>> Outer.name
    'inner'
    """

    name = 'outer'

    class Inner:
        """
        >>> 'é'
        'e'
        """

    def method(self):
        """
        >>> Outer().method()
        3
        >>> Outer().method()
        4
        """
        return 3


def undocumented():
    pass


__test__ = {'text': '>>> 1\n1\n>>> 2\n3', 'function': undocumented}

LONG = """
>>> for n in range(6):
...     print(n)
0
1
2
three
4
5
"""

if __name__ == '__main__':
    print(doctest.testmod())
    print(doctest.testmod(verbose=True, exclude_empty=True))
    print(doctest.testmod(optionflags=doctest.FAIL_FAST))
    print(doctest.testmod(optionflags=doctest.REPORT_ONLY_FIRST_FAILURE, report=False))
    print(doctest.testmod(extraglobs={'square': lambda x: x * x + 0}, name='renamed'))
    doctest.run_docstring_examples(Outer, {'Outer': Outer}, name='Outer')
    for flag in (doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF):
        doctest.run_docstring_examples(LONG, {}, name='LONG', optionflags=flag)
