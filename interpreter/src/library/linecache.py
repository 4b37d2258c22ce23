"""Lines of the program's source.

https://docs.python.org/3.11/library/linecache.html. There is one file, `main.py`.
"""

from _sys import source_line as _source_line

__all__ = [
    'getline',
    'clearcache',
    'checkcache',
]


def getline(filename, lineno, module_globals=None):
    """A line with its end; '' where there is none."""
    line = _source_line(filename, lineno)
    return line + '\n' if line else ''


def getlines(filename, module_globals=None):
    """All lines of a file; none of one that is not there."""
    lines = []
    while True:
        line = _source_line(filename, len(lines) + 1)
        if line is None:
            return lines
        lines.append(line + '\n')


def checkcache(filename=None):
    """There is nothing to check."""


def clearcache():
    """There is nothing to clear."""
