"""How long something takes, on clocks that only sleeping moves.

https://docs.python.org/3.11/library/timeit.html
"""

import itertools
import time

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_FILE = '<timeit-src>'

_TEMPLATE = """\
def inner(_it, _timer):
    {setup}
    _began = _timer()
    for _i in _it:
        {stmt}
        pass
    return _timer() - _began
"""


def _check(statement):
    from _compiled import check, namespace

    check(statement, _FILE, namespace('timeit', {}))


def _run(source, variables):
    """The function that a text defines."""
    from _compiled import namespace, run

    module = namespace(variables.get('__name__', 'timeit'), variables)
    run(source, _FILE, module)
    return module.__dict__['inner']


def _indented(statement, spaces):
    return statement.replace('\n', '\n' + ' ' * spaces)


class Timer:
    """Runs a statement many times, a text or a function, and says how long that took."""

    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        variables = {} if globals is None else dict(globals)
        before = ''
        for name, statement in (('setup', setup), ('stmt', stmt)):
            if isinstance(statement, str):
                # By itself first: a statement that is wrong is told as it stands.
                _check(before + statement)
                before = statement + '\n'
            elif callable(statement):
                variables[f'_{name}'] = statement
            else:
                raise ValueError(f'{name} is neither a string nor callable')
        setup = setup if isinstance(setup, str) else '_setup()'
        stmt = stmt if isinstance(stmt, str) else '_stmt()'
        self.inner = _run(_TEMPLATE.format(setup=_indented(setup, 4), stmt=_indented(stmt, 8)), variables)

    def print_exc(self, file=None):
        """Prints the exception that is being handled."""
        import traceback

        traceback.print_exc(file=file)

    def timeit(self, number=default_number):
        """How long so many calls take."""
        return self.inner(itertools.repeat(None, number), self.timer)

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
