"""Integers as `decimal` needs them: digits counted and dropped, square roots aside the elementary functions, numbers laid out.

The functions work on coefficients; what they are functions of stands in a scale, a power of ten.
"""

import math

_POWERS = [10**exponent for exponent in range(64)]

# CPython's limit on the digits that `int` and `str` convert between.
_CHUNK = 4000


def digits(coefficient):
    """How many decimal digits a positive integer has."""
    count = coefficient.bit_length() * 1233 >> 12
    if count < 64:
        return count + (coefficient >= _POWERS[count])
    count = coefficient.bit_length() * 30102999566398 // 100000000000000
    return count + (coefficient >= 10**count)


def text_of(coefficient):
    """An integer's digits, however many."""
    pieces = []
    while coefficient.bit_length() > 13000:
        coefficient, low = divmod(coefficient, 10**_CHUNK)
        pieces.append(str(low).zfill(_CHUNK))
    pieces.append(str(coefficient))
    return ''.join(reversed(pieces))


def number_of(text):
    """The integer of these digits, however many."""
    first = len(text) % _CHUNK
    number = int(text[:first] or '0')
    for at in range(first, len(text), _CHUNK):
        number = number * 10**_CHUNK + int(text[at : at + _CHUNK])
    return number


def dropped(coefficient, count, sign, rounding):
    """The coefficient without its last `count` digits, rounded; and whether they mattered."""
    if count > digits(coefficient):
        rest, kept, half = coefficient, 0, -1
    else:
        power = 10**count
        kept, rest = divmod(coefficient, power)
        half = (2 * rest > power) - (2 * rest < power)
    if not rest:
        return kept, False
    if rounding == 'ROUND_HALF_EVEN':
        up = half > 0 or half == 0 and kept & 1
    elif rounding == 'ROUND_HALF_UP':
        up = half >= 0
    elif rounding == 'ROUND_HALF_DOWN':
        up = half > 0
    elif rounding == 'ROUND_UP':
        up = True
    elif rounding == 'ROUND_DOWN':
        up = False
    elif rounding == 'ROUND_CEILING':
        up = not sign
    elif rounding == 'ROUND_FLOOR':
        up = sign
    else:
        up = kept % 5 == 0
    return kept + bool(up), True


# Elementary functions. A value is an integer that counts units of `1 / scale`.


def _inverse_tangent(x, scale):
    """The hyperbolic arc tangent of 1/x."""
    power = scale // x
    total, n, square = power, 3, x * x
    while power:
        power //= square
        total += power // n
        n += 2
    return total


_logarithms = {}


def ln_of_ten(scale):
    known = _logarithms.get(scale)
    if known is None:
        fine = scale * 100000
        known = (46 * _inverse_tangent(31, fine) + 34 * _inverse_tangent(49, fine) + 20 * _inverse_tangent(161, fine)) // 100000
        _logarithms[scale] = known
    return known


def exp(x, scale):
    """e to the power of a small x."""
    halvings = max(0, int(math.isqrt(scale.bit_length()))) + 4
    fine = scale << 2 * halvings
    x = (x << 2 * halvings) >> halvings
    term = total = fine
    n = 1
    while term:
        term = term * x // fine // n
        total += term
        n += 1
        if term == -1:
            break
    for _ in range(halvings):
        total = total * total // fine
    return total >> 2 * halvings


def ln(x, scale):
    """The natural logarithm of an x between 0.1 and 10."""
    y = int(math.log(x / scale) * (1 << 52)) * scale >> 52
    correct = 40
    while True:
        power = exp(y, scale)
        y += 2 * scale * (x - power) // (x + power)
        if correct > scale.bit_length():
            return y
        correct *= 3


def exp_of(sign, coefficient, exponent, precision):
    """e**x with so many digits at least: a coefficient and an exponent."""
    guard = max(0, digits(coefficient) + exponent) + 6
    scale = 10 ** (precision + guard)
    shift = exponent + precision + guard
    x = coefficient * 10**shift if shift >= 0 else coefficient // 10**-shift
    tens, rest = divmod(-x if sign else x, ln_of_ten(scale))
    return exp(rest, scale), tens - precision - guard


def ln_of(coefficient, exponent, precision):
    """ln(x) in units of 10**-precision."""
    count = digits(coefficient)
    tens = exponent + count - 1
    if coefficient > 3 * 10 ** (count - 1):
        tens += 1
    places = precision + len(str(abs(tens))) + 6
    scale = 10**places
    shift = exponent - tens + places
    x = coefficient * 10**shift if shift >= 0 else coefficient // 10**-shift
    return (ln(x, scale) + tens * ln_of_ten(scale)) // 10 ** (places - precision)


# Format specifications.


class Layout:
    """`[[fill]align][sign][z][0][width][,][.precision][type]`, taken apart."""

    def __init__(self, spec):
        self.fill, self.align, at = ' ', '>', 0
        given = False
        if len(spec) > 1 and spec[1] in '<>=^':
            self.fill, self.align, at, given = spec[0], spec[1], 2, True
        elif spec and spec[0] in '<>=^':
            self.align, at, given = spec[0], 1, True
        self.sign = '-'
        if spec[at : at + 1] in ('-', '+', ' '):
            self.sign = spec[at]
            at += 1
        self.no_negative_zero = spec[at : at + 1] == 'z'
        at += self.no_negative_zero
        self.zero_padded = spec[at : at + 1] == '0'
        if self.zero_padded:
            if given:
                raise ValueError('invalid format string')
            self.fill, self.align = '0', '='
            at += 1
        self.width, at = self._number(spec, at)
        self.comma = spec[at : at + 1] == ','
        at += self.comma
        self.precision = None
        if spec[at : at + 1] == '.':
            self.precision, end = self._number(spec, at + 1)
            if end == at + 1:
                raise ValueError('invalid format string')
            at = end
        self.kind = spec[at : at + 1]
        if self.kind not in ('', 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%') or len(spec) > at + 1:
            raise ValueError('invalid format string')

    @staticmethod
    def _number(spec, at):
        end = at
        while spec[end : end + 1].isdecimal():
            end += 1
        return int(spec[at:end] or '0'), end

    def laid_out(self, sign, whole, rest):
        """A number's digits before the point, and what follows them, with sign, commas and padding."""
        sign = '-' if sign else '' if self.sign == '-' else self.sign
        if whole.isdecimal():
            least = self.width - len(sign) - len(rest) if self.fill == '0' and self.align == '=' else 0
            whole = self._grouped(whole, least)
        body = whole + rest
        padding = self.fill * (self.width - len(sign) - len(body))
        if self.align == '<':
            return sign + body + padding
        if self.align == '=':
            return sign + padding + body
        if self.align == '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
        return padding + sign + body

    def _grouped(self, whole, least):
        """Digits with commas where they are wanted, and zeros before them up to that width."""
        if not self.comma:
            return whole.zfill(least)
        groups = []
        room = least
        while True:
            size = min(max(len(whole), room, 1), 3)
            groups.append(whole[-size:].zfill(size))
            whole = whole[:-size]
            room -= size
            if not whole and room <= 0:
                return ','.join(reversed(groups))
            room -= 1
