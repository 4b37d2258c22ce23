"""Decimal floating-point arithmetic.

https://docs.python.org/3.11/library/decimal.html, and the General Decimal Arithmetic Specification that it follows. A finite number is a
sign, a coefficient (an integer) and an exponent; an operation is done on integers, exactly or with enough digits, and `_finished` rounds
what comes out to the context and signals what was lost. `_decimal` has the arithmetic of the integers.
"""

from _types import builtin_function as _builtin_function, static_type as _static_type
import math as _math
import numbers as _numbers
from collections import namedtuple as _namedtuple
from contextvars import ContextVar as _ContextVar

import _decimal as _d

__all__ = [
    'Decimal',
    'Context',
    'DecimalTuple',
    'DefaultContext',
    'BasicContext',
    'ExtendedContext',
    'DecimalException',
    'Clamped',
    'InvalidOperation',
    'DivisionByZero',
    'Inexact',
    'Rounded',
    'Subnormal',
    'Overflow',
    'Underflow',
    'FloatOperation',
    'DivisionImpossible',
    'InvalidContext',
    'ConversionSyntax',
    'DivisionUndefined',
    'ROUND_DOWN',
    'ROUND_HALF_UP',
    'ROUND_HALF_EVEN',
    'ROUND_CEILING',
    'ROUND_FLOOR',
    'ROUND_UP',
    'ROUND_HALF_DOWN',
    'ROUND_05UP',
    'setcontext',
    'getcontext',
    'localcontext',
    'MAX_PREC',
    'MAX_EMAX',
    'MIN_EMIN',
    'MIN_ETINY',
    'HAVE_THREADS',
    'HAVE_CONTEXTVAR',
]

ROUND_UP = 'ROUND_UP'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_05UP = 'ROUND_05UP'
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1
HAVE_THREADS = True
HAVE_CONTEXTVAR = True

__version__ = '1.70'
__libmpdec_version__ = '2.5.1'

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')


# Signals.


class DecimalException(ArithmeticError):
    """The base of all signals."""


class InvalidOperation(DecimalException):
    """An operation has no result."""


class FloatOperation(DecimalException, TypeError):
    """A float was mixed with decimals."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number was divided by zero."""


class Inexact(DecimalException):
    """Digits other than zeros were lost."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """A result is too small for its full precision."""


class Overflow(Inexact, Rounded):
    """A result is too large."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result is so small that digits were lost."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class ConversionSyntax(InvalidOperation):
    """A text is no number."""


class DivisionImpossible(InvalidOperation):
    """A quotient does not fit."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero was divided by zero."""


class InvalidContext(InvalidOperation):
    """A context is unfit."""


_INVALID, _FLOAT, _ZERO, _OVERFLOW, _UNDERFLOW, _SUBNORMAL, _INEXACT, _ROUNDED, _CLAMPED = [1 << bit for bit in range(9)]

# In the order in which they are raised.
_SIGNALS = {
    InvalidOperation: _INVALID,
    FloatOperation: _FLOAT,
    DivisionByZero: _ZERO,
    Overflow: _OVERFLOW,
    Underflow: _UNDERFLOW,
    Subnormal: _SUBNORMAL,
    Inexact: _INEXACT,
    Rounded: _ROUNDED,
    Clamped: _CLAMPED,
}


_UNKNOWN_SIGNAL = (
    'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, '
    'Inexact, Rounded,\n   Clamped]'
)

# In the order in which a context shows them.
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def _bits_of(signals):
    """Signals as bits: from a list, a dict or the flags of a context."""
    if isinstance(signals, _SignalDict):
        return signals._bits
    if isinstance(signals, dict):
        signals = [signal for signal, is_set in signals.items() if is_set]
    bits = 0
    for signal in signals:
        if signal not in _SIGNALS:
            raise KeyError('invalid signal dict')
        bits |= _SIGNALS[signal]
    return bits


def _signals_of(signals):
    """What a context's flags or traps are made from: a list of signals, or all of them as a mapping."""
    if isinstance(signals, list):
        if not all([signal in _SIGNALS for signal in signals]):
            raise KeyError(_UNKNOWN_SIGNAL)
        return _SignalDict(_bits_of(signals))
    if not isinstance(signals, (dict, _SignalDict)):
        raise TypeError('argument must be a signal dict')
    if len(signals) != len(_SIGNALS):
        raise KeyError('invalid signal dict')
    return _SignalDict(_bits_of(signals))


class _SignalDict:
    """The flags or the traps of a context: a mapping of signals to booleans."""

    __module__ = 'decimal'
    __slots__ = ('_bits',)
    __hash__ = None

    def __init__(self, bits=0):
        self._bits = bits

    def __getitem__(self, signal):
        return bool(self._bits & self._bit(signal))

    def __setitem__(self, signal, is_set):
        bit = self._bit(signal)
        self._bits = self._bits | bit if is_set else self._bits & ~bit

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    @staticmethod
    def _bit(signal):
        try:
            return _SIGNALS[signal]
        except (KeyError, TypeError):
            raise KeyError(_UNKNOWN_SIGNAL) from None

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _SIGNALS

    def keys(self):
        return _SIGNALS.keys()

    def values(self):
        return [self[signal] for signal in _SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal in _SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in _SIGNALS else default

    def copy(self):
        return dict(self.items())

    def __eq__(self, other):
        if isinstance(other, _SignalDict):
            return self._bits == other._bits
        if isinstance(other, dict):
            return dict(self.items()) == other
        return NotImplemented

    def __repr__(self):
        return '{' + ', '.join([f'{signal!r}:{is_set}' for signal, is_set in self.items()]) + '}'


_SignalDict.__name__ = _SignalDict.__qualname__ = 'SignalDict'
