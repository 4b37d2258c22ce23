# Numbers as texts.


def _text(number, context, engineering):
    sign = '-' if number._sign else ''
    if number._is_special():
        name = {'F': 'Infinity', 'n': 'NaN', 'N': 'sNaN'}[number._exp]
        return sign + name + (_d.text_of(number._int) if number._int else '')
    digits = _d.text_of(number._int)
    left = number._exp + len(digits)
    if number._exp <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif not number._int:
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        digits = '0.' + '0' * -point + digits
    elif point >= len(digits):
        digits += '0' * (point - len(digits))
    else:
        digits = digits[:point] + '.' + digits[point:]
    exponent = left - point
    if exponent:
        digits += f"{'E' if context.capitals else 'e'}{exponent:+d}"
    return sign + digits


def _for_layout(number, kind, precision, rounding):
    """Rounded as a format wants it."""
    if kind in 'fF%' and (precision is not None or number._exp > 0):
        places = 0 if precision is None else precision
        if precision is None and not (number._exp > 0):
            return number
        return number._rescaled(-places, rounding) if number._int or precision is not None or number._exp > 0 else number
    if precision is None:
        return number
    wanted = precision + 1 if kind in 'eE' else max(precision, 1)
    if not number._int:
        return number
    excess = _d.digits(number._int) - wanted
    if excess > 0:
        coefficient, _ = _d.dropped(number._int, excess, number._sign, rounding)
        exponent = number._exp + excess
        if coefficient == 10**wanted:
            coefficient //= 10
            exponent += 1
        return _number(number._sign, coefficient, exponent)
    if kind in 'eE' and excess < 0:
        return _number(number._sign, number._int * 10**-excess, number._exp + excess)
    return number
