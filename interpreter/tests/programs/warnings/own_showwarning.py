"""warnings.showwarning of the program's own is given six arguments."""

import warnings


def short(message, category, filename, lineno, file=None):
    print('never')


def full(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, message, file, line)


warnings.showwarning = short
try:
    warnings.warn('message')
except TypeError as error:
    print(error)
warnings.showwarning = full
warnings.warn('again', stacklevel=1)
