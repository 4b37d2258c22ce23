# Making numbers.


# What needs more digits than this fits no memory, unless it is exact.
_MOST_DIGITS = 100_000_000


def _number(sign, coefficient, exponent):
    """A number as it stands; of a special value the exponent is `F` (infinity), `n` or `N` (quiet and signalling NaN)."""
    made = object.__new__(Decimal)
    made._sign = sign
    made._int = coefficient
    made._exp = exponent
    return made


def _last_digits(coefficient, count):
    return coefficient if _d.digits(coefficient) <= count else coefficient % 10**count


def _special(sign, kind, payload=0):
    return _number(sign, payload, kind)


def _finished(sign, coefficient, exponent, context, bits=0):
    """The number, rounded to the context; signals what that loses."""
    prec, tiny = context.prec, context.Emin - context.prec + 1
    if not coefficient:
        fitting = min(max(exponent, tiny), context.Etop() if context.clamp else context.Emax)
        if fitting != exponent:
            bits |= _CLAMPED
        if bits:
            context._signal(bits)
        return _number(sign, 0, fitting)
    count = _d.digits(coefficient)
    subnormal = count + exponent <= context.Emin
    excess = max(count - prec, tiny - exponent)
    if excess > 0:
        coefficient, inexact = _d.dropped(coefficient, excess, sign, context.rounding)
        exponent += excess
        bits |= _ROUNDED
        if inexact:
            bits |= _INEXACT | (_UNDERFLOW if subnormal else 0)
            if coefficient == 10**prec:
                coefficient //= 10
                exponent += 1
        count = _d.digits(coefficient) if coefficient else 1
    if subnormal:
        bits |= _SUBNORMAL | (0 if coefficient else _CLAMPED)
    if coefficient and count + exponent - 1 > context.Emax:
        context._signal(bits | _OVERFLOW | _INEXACT | _ROUNDED)
        to_infinity = {ROUND_DOWN: False, ROUND_05UP: False, ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign)}
        if to_infinity.get(context.rounding, True):
            return _special(sign, 'F')
        return _number(sign, 10**prec - 1, context.Etop())
    if context.clamp and exponent > context.Etop():
        coefficient *= 10 ** (exponent - context.Etop())
        exponent = context.Etop()
        bits |= _CLAMPED
    if bits:
        context._signal(bits)
    return _number(sign, coefficient, exponent)


def _parsed(text):
    """The number that a text says; None if it says none."""
    text = text.strip().replace('_', '')
    sign = 1 if text.startswith('-') else 0
    if text[:1] in ('+', '-'):
        text = text[1:]
    lower = text.lower()
    if lower in ('inf', 'infinity'):
        return _special(sign, 'F')
    for name, kind in (('nan', 'n'), ('snan', 'N')):
        if lower.startswith(name):
            payload = text[len(name) :]
            if not payload:
                return _special(sign, kind)
            return _special(sign, kind, _d.number_of(payload)) if payload.isdecimal() else None
    mantissa, e, exponent = lower.partition('e')
    if e:
        digits = exponent[1:] if exponent[:1] in ('+', '-') else exponent
        if not digits.isdecimal():
            return None
    whole, point, fraction = mantissa.partition('.')
    if not (whole + fraction).isdecimal():
        return None
    return _number(sign, _d.number_of(whole + fraction), int(exponent or '0') - len(fraction))


def _of_float(f):
    """The exact value of a float."""
    if isinstance(f, int):
        return _number(int(f < 0), abs(int(f)), 0)
    if not isinstance(f, float):
        raise TypeError('argument must be int or float')
    if f != f:
        return _special(int(_math.copysign(1.0, f) < 0), 'n')
    if _math.isinf(f):
        return _special(int(f < 0), 'F')
    above, below = abs(f).as_integer_ratio()
    twos = below.bit_length() - 1
    return _number(int(_math.copysign(1.0, f) < 0), above * 5**twos, -twos)


def _of_tuple(value):
    """The number that a sign, digits and an exponent are."""
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if not isinstance(digits, (tuple, list)):
        raise ValueError('coefficient must be a tuple of digits')
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError('sign must be an integer with the value 0 or 1')
    if isinstance(exponent, str):
        if exponent not in ('F', 'n', 'N'):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        if exponent == 'F':
            return _special(sign, 'F')
    elif not isinstance(exponent, int):
        raise ValueError('exponent must be an integer')
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
    return _number(sign, _d.number_of(''.join(map(str, digits))), exponent)


def _converted(value, context, exact=True):
    """A value as a number, unrounded."""
    if isinstance(value, Decimal):
        return _number(value._sign, value._int, value._exp)
    if isinstance(value, int):
        return _number(int(value < 0), abs(int(value)), 0)
    if isinstance(value, str):
        made = _parsed(value)
        if made is None:
            return _context(context)._invalid(ConversionSyntax)
        return made
    if isinstance(value, float):
        _context(context)._signal(_FLOAT)
        return _of_float(value)
    if isinstance(value, (tuple, list)):
        return _of_tuple(value)
    raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')


def _operand(value):
    """The other operand, of a named operation."""
    made = _coerced(value)
    if made is NotImplemented:
        raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
    return made


def _coerced(value):
    """The other operand, of an operator."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _number(int(value < 0), abs(int(value)), 0)
    return NotImplemented


def _operator(name, method):
    """An operator and its reflection, from a method of two numbers."""

    def forward(self, other, /):
        other = _coerced(other)
        return other if other is NotImplemented else method(self, other)

    def reflected(self, other, /):
        other = _coerced(other)
        return other if other is NotImplemented else method(other, self)

    for function, before in ((forward, ''), (reflected, 'r')):
        function.__name__ = f'__{before}{name}__'
        function.__qualname__ = f'Decimal.__{before}{name}__'
    return forward, reflected
