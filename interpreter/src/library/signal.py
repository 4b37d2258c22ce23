"""The names of signals, and handlers that are kept: none is ever sent here.

https://docs.python.org/3.11/library/signal.html
"""

from _types import builtin_function as _builtin_function
from enum import IntEnum as _IntEnum

NSIG = 65

_NAMES = (
    'SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM SIGSTKFLT SIGCHLD '
    'SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO SIGPWR SIGSYS'
).split()

_OTHER_NAMES = {6: 'SIGIOT', 17: 'SIGCLD', 29: 'SIGPOLL'}

_members = []
for _number, _name in enumerate(_NAMES, 1):
    _members.append((_name, _number))
    if _number in _OTHER_NAMES:
        _members.append((_OTHER_NAMES[_number], _number))

Signals = _IntEnum('Signals', [*_members, ('SIGRTMIN', 34), ('SIGRTMAX', 64)], module='signal')
Handlers = _IntEnum('Handlers', [('SIG_DFL', 0), ('SIG_IGN', 1)], module='signal')
Sigmasks = _IntEnum('Sigmasks', [('SIG_BLOCK', 0), ('SIG_UNBLOCK', 1), ('SIG_SETMASK', 2)], module='signal')

for _enum in (Signals, Handlers, Sigmasks):
    globals().update(_enum.__members__)
del _enum, _members, _number

ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = range(3)


class ItimerError(OSError):
    """A timer can't be set."""


_DESCRIPTIONS = {
    1: 'Hangup',
    2: 'Interrupt',
    3: 'Quit',
    4: 'Illegal instruction',
    5: 'Trace/breakpoint trap',
    6: 'Aborted',
    7: 'Bus error',
    8: 'Floating point exception',
    9: 'Killed',
    10: 'User defined signal 1',
    11: 'Segmentation fault',
    12: 'User defined signal 2',
    13: 'Broken pipe',
    14: 'Alarm clock',
    15: 'Terminated',
    16: 'Stack fault',
    17: 'Child exited',
    18: 'Continued',
    19: 'Stopped (signal)',
    20: 'Stopped',
    21: 'Stopped (tty input)',
    22: 'Stopped (tty output)',
    23: 'Urgent I/O condition',
    24: 'CPU time limit exceeded',
    25: 'File size limit exceeded',
    26: 'Virtual timer expired',
    27: 'Profiling timer expired',
    28: 'Window changed',
    29: 'I/O possible',
    30: 'Power failure',
    31: 'Bad system call',
}


def default_int_handler(signalnum, frame, /):
    """What SIGINT does: it raises KeyboardInterrupt."""
    raise KeyboardInterrupt


_handlers = {SIGINT: default_int_handler, SIGPIPE: SIG_IGN, SIGXFSZ: SIG_IGN}


def _check(signalnum):
    if not hasattr(signalnum, '__index__'):
        raise TypeError(f"'{type(signalnum).__name__}' object cannot be interpreted as an integer")
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')


def _as_enum(value, enum):
    """The member of this value, or the value where there is none."""
    try:
        return enum(value)
    except (ValueError, TypeError):
        return value


def signal(signalnum, handler):
    """Keeps a handler; the one before is the answer. No signal comes, so none is called, but by raise_signal()."""
    if not callable(handler) and handler not in (SIG_DFL, SIG_IGN):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    _check(signalnum)
    if signalnum in (SIGKILL, SIGSTOP):
        raise OSError(22, 'Invalid argument')
    before = getsignal(signalnum)
    _handlers[signalnum] = _as_enum(handler, Handlers)
    return before


def getsignal(signalnum):
    """The handler of a signal."""
    _check(signalnum)
    if signalnum in (32, 33):
        return None
    return _handlers.get(signalnum, SIG_DFL)


def raise_signal(signalnum, /):
    """Calls the handler that the program has set."""
    import sys

    _check(signalnum)
    handler = _handlers.get(signalnum, SIG_DFL)
    if handler is SIG_DFL:
        raise RuntimeError(f'the playground has no processes: nothing can be done about {_as_enum(signalnum, Signals)!r} but by a handler')
    if handler is not SIG_IGN:
        handler(int(signalnum), sys._getframe(1))


def strsignal(signalnum, /):
    """What a signal is called."""
    _check(signalnum)
    if signalnum >= SIGRTMIN:
        return f'Real-time signal {signalnum - SIGRTMIN}'
    return _DESCRIPTIONS.get(signalnum)


def valid_signals():
    return {_as_enum(number, Signals) for number in range(1, NSIG) if number not in (32, 33)}


def siginterrupt(signalnum, flag, /):
    """Nothing is interrupted here."""
    _check(signalnum)


def _not_here(name):
    def function(*args):
        raise OSError(f'the playground has no processes: signal.{name}() is not available')

    function.__name__ = function.__qualname__ = name
    return function


alarm, pause, pthread_kill, pthread_sigmask, setitimer, getitimer, set_wakeup_fd, sigpending, sigwait = [
    _not_here(name)
    for name in ('alarm', 'pause', 'pthread_kill', 'pthread_sigmask', 'setitimer', 'getitimer', 'set_wakeup_fd', 'sigpending', 'sigwait')
]

for _name in ('default_int_handler', 'raise_signal', 'siginterrupt'):
    _builtin_function(globals()[_name], '_signal')
del _name
