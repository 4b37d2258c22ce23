"""Exact fractions.

https://docs.python.org/3.11/library/fractions.html
"""

from math import gcd as _gcd
from numbers import Integral as _Integral, Rational as _Rational

__all__ = ['Fraction']


class Fraction(_Rational):
    """A numerator over a denominator, in lowest terms."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = object.__new__(cls)
        if denominator is None:
            self._numerator, self._denominator = _parts_of(numerator)
            return self
        if not isinstance(numerator, _Rational) or not isinstance(denominator, _Rational):
            raise TypeError('both arguments should be Rational instances')
        above = numerator.numerator * denominator.denominator
        below = numerator.denominator * denominator.numerator
        if below == 0:
            raise ZeroDivisionError(f'Fraction({above}, 0)')
        divisor = _gcd(above, below)
        if below < 0:
            divisor = -divisor
        self._numerator = above // divisor
        self._denominator = below // divisor
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal

        if isinstance(dec, _Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is not above the limit."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Continued fractions: each step is closer, with a larger denominator.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def _with(self, other, exact, inexact):
        """An operation with another number: exact with whole numbers and fractions, by floats or complex numbers otherwise."""
        if isinstance(other, _Rational):
            return exact(self.numerator, self.denominator, other.numerator, other.denominator)
        if isinstance(other, float):
            return inexact(float(self), other)
        if isinstance(other, complex):
            return inexact(complex(float(self)), other)
        return NotImplemented

    def _from(self, other, exact, inexact):
        """The same with the other number on the left."""
        if isinstance(other, _Rational):
            return exact(other.numerator, other.denominator, self.numerator, self.denominator)
        if isinstance(other, float):
            return inexact(other, float(self))
        if isinstance(other, complex):
            return inexact(other, complex(float(self)))
        return NotImplemented

    def __add__(self, other):
        return self._with(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._from(other, _add, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, _sub, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._from(other, _sub, lambda a, b: a - b)

    def __mul__(self, other):
        return self._with(other, _mul, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._from(other, _mul, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._with(other, _div, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._from(other, _div, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._with(other, _floordiv, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._from(other, _floordiv, lambda a, b: a // b)

    def __mod__(self, other):
        return self._with(other, _mod, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._from(other, _mod, lambda a, b: a % b)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, exponent):
        if isinstance(exponent, _Rational):
            if exponent.denominator != 1:
                return float(self) ** float(exponent)
            power = exponent.numerator
            if power >= 0:
                return Fraction(self._numerator**power, self._denominator**power)
            return Fraction(self._denominator**-power, self._numerator**-power)
        if isinstance(exponent, (float, complex)):
            return float(self) ** exponent
        return NotImplemented

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base**self._numerator
        if isinstance(base, _Rational):
            return Fraction(base.numerator, base.denominator) ** self
        return base ** float(self)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator or rest * 2 == self._denominator and floor % 2 == 0:
                return floor
            return floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, 2**61 - 1)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(self, other):
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, _Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if other != other or other in (float('inf'), float('-inf')):
                return False
            return self == Fraction.from_float(other)
        return NotImplemented

    def _compare(self, other, compare):
        if isinstance(other, _Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if other != other or other in (float('inf'), float('-inf')):
                return compare(0.0, other)
            return self._compare(Fraction.from_float(other), compare)
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._compare(other, lambda a, b: a > b)

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __bool__(self):
        return bool(self._numerator)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _parts_of(value):
    """Numerator and denominator of a number or a text."""
    if type(value) is int:
        return value, 1
    if isinstance(value, _Rational):
        return value.numerator, value.denominator
    if isinstance(value, float) or hasattr(value, 'as_integer_ratio'):
        return value.as_integer_ratio()
    if isinstance(value, str):
        return _read(value)
    raise TypeError('argument should be a string or a Rational instance')


def _read(text):
    """A text as `3/4`, `-1.25` or `7e-3`."""
    wrong = ValueError(f'Invalid literal for Fraction: {text!r}')
    stripped = text.strip()
    sign = -1 if stripped[:1] == '-' else 1
    if stripped[:1] in ('+', '-'):
        stripped = stripped[1:]
    above, slash, below = stripped.partition('/')
    if slash:
        if not (above.replace('_', '').isdigit() and below.replace('_', '').isdigit()):
            raise wrong
        whole = Fraction(sign * int(above), int(below))
        return whole._numerator, whole._denominator
    mantissa, e, exponent = stripped.lower().partition('e')
    whole, _, decimals = mantissa.partition('.')
    digits = (whole + decimals).replace('_', '')
    if not digits.isdigit() or e and not exponent.lstrip('+-').isdigit():
        raise wrong
    power = (int(exponent) if e else 0) - len(decimals)
    value = sign * int(digits)
    made = Fraction(value * 10**power) if power >= 0 else Fraction(value, 10**-power)
    return made._numerator, made._denominator


def _add(na, da, nb, db):
    return Fraction(na * db + nb * da, da * db)


def _sub(na, da, nb, db):
    return Fraction(na * db - nb * da, da * db)


def _mul(na, da, nb, db):
    return Fraction(na * nb, da * db)


def _div(na, da, nb, db):
    return Fraction(na * db, da * nb)


def _floordiv(na, da, nb, db):
    return (na * db) // (da * nb)


def _mod(na, da, nb, db):
    return Fraction((na * db) % (nb * da), da * db)
