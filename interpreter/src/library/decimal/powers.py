# Powers and logarithms of numbers that are not special.


def _whole_power(number, exponent, sign, context):
    """A power of a positive number by an integer."""
    times = abs(exponent)
    if number._int == 1 and exponent >= 0:
        return _finished(sign, 1, number._exp * exponent, context)
    if times * _d.digits(number._int) <= 4 * context.prec + 400:
        power = _number(sign, number._int**times, number._exp * times)
        return power._plus(context) if exponent > 0 else Decimal(1)._divide(power, context)
    inner = context._with(prec=context.prec + 4 + _d.digits(times), rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN)
    base = number if exponent > 0 else Decimal(1)._divide(number, inner)
    power = Decimal(1)
    for bit in f'{times:b}':
        power = power._multiply(power, inner)
        if bit == '1':
            power = power._multiply(base, inner)
        if not power._int or power._is_special():
            break
    if power._exp == 'F':
        return _finished(sign, 1, context.Emax + 1, context)
    exact = not inner.flags._bits & _INEXACT
    return _finished(sign, power._int, power._exp, context, 0 if exact else _INEXACT | _ROUNDED)


def _real_power(number, exponent, context):
    """A power of a positive number, by e ** (exponent * ln(number))."""
    if abs(exponent.adjusted() + _math.floor(_math.log10(abs(number.adjusted()) + 2))) > 24:
        grows = (number._order(Decimal(1)) > 0) != bool(exponent._sign)
        if exponent.adjusted() > 0:
            return _finished(0, 1, context.Emax + 1 if grows else context.Etiny() - 2, context)
    for extra in (4, 14, 34):
        precision = context.prec + extra
        places = precision + max(0, exponent.adjusted()) + 8
        logarithm = _d.ln_of(number._int, number._exp, places)
        product = logarithm * exponent._int
        sign = int(product < 0) ^ exponent._sign
        coefficient, tens = _d.exp_of(sign, abs(product), exponent._exp - places, precision)
        if _is_decided(coefficient, precision, extra):
            break
    return _finished(0, coefficient, tens, context)


def _power_modulo(number, other, modulo, context):
    values = (number, other, modulo)
    if any(value._is_special() or value != value._integral(ROUND_DOWN) for value in values) or other < 0 or not modulo:
        return context._invalid()
    if not number and not other:
        return context._invalid()
    result = pow(abs(int(number)), int(other), abs(int(modulo)))
    if _d.digits(abs(int(modulo))) > context.prec:
        return context._invalid()
    return _number(int(number._sign and int(other) % 2), result, 0)


def _logarithm_of_special(number, context):
    nan = number._nan(None, context)
    if nan is not None:
        return nan
    if not number:
        return _special(1, 'F')
    if number._sign:
        return context._invalid()
    return number if number._exp == 'F' else None


def _logarithm(number, context, base):
    # Near 1 the first digits of the logarithm are zeros.
    lost = 0
    if number._exp <= 0 and number.adjusted() in (-1, 0):
        lost = max(0, -number._exp - _d.digits(abs(number._int - 10**-number._exp)) + 1)
    for extra in (4, 14, 34):
        places = context.prec + extra + lost
        value = _d.ln_of(number._int, number._exp, places + 4)
        if base is not None:
            value = value * 10 ** (places + 4) // base(10 ** (places + 4))
        coefficient = abs(value)
        if _is_decided(coefficient, _d.digits(coefficient), _d.digits(coefficient) - context.prec):
            break
    return _rounded_half_even(int(value < 0), coefficient, -places - 4, context)


def _is_decided(coefficient, precision, extra):
    """Whether the digits beyond those that count say how to round, though the last may be wrong."""
    excess = _d.digits(coefficient) - precision + extra
    rest = coefficient % (10**excess // 2)
    return 100 < rest < 10**excess // 2 - 100


def _rounded_half_even(sign, coefficient, exponent, context):
    """The number of an inexact function: rounded half even, whatever the context says."""
    if context.rounding == ROUND_HALF_EVEN:
        return _finished(sign, coefficient, exponent, context)
    rounded = context.copy()
    rounded.rounding = ROUND_HALF_EVEN
    try:
        return _finished(sign, coefficient, exponent, rounded)
    finally:
        context.flags._bits |= rounded.flags._bits
