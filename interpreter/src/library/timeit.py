"""How long something takes, on clocks that only sleeping moves.

https://docs.python.org/3.11/library/timeit.html. Statements are functions: texts are not compiled here.
"""

import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _function(statement, what):
    """What is called for a statement."""
    if callable(statement):
        return statement
    if not isinstance(statement, str):
        raise ValueError(f'{what} is neither a string nor callable')
    if statement.strip() in ('', 'pass'):
        return lambda: None
    raise RuntimeError(f'timeit of a text is not available in the playground: give it a function, as in timeit(lambda: {statement.strip()})')


class Timer:
    """Calls a function many times, and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        self._stmt = _function(stmt, 'stmt')
        self._setup = _function(setup, 'setup')

    def print_exc(self, file=None):
        """Prints the exception that is being handled."""
        import traceback
        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """How long so many calls take."""
        function, timer = self._stmt, self.timer
        self._setup()
        start = timer()
        for _ in range(number):
            function()
        return timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        """The same several times."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of calls that takes at least 0.2 seconds, and how long they took."""
        scale = 1
        while True:
            for first in (1, 2, 5):
                number = scale * first
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            scale *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    """How long it takes to call a function so many times."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The same several times."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
