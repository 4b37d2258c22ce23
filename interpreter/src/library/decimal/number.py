# The class of numbers.


@_static_type
class Decimal:
    """A decimal number."""

    __slots__ = ('_sign', '_int', '_exp', '__weakref__')

    def __new__(cls, value='0', context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError('optional argument must be a context')
        made = _converted(value, context)
        if cls is Decimal:
            return made
        instance = object.__new__(cls)
        instance._sign, instance._int, instance._exp = made._sign, made._int, made._exp
        return instance

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        made = _of_float(f)
        return made if cls is Decimal else cls(made)

    # What it is.

    def _is_special(self):
        return self._exp.__class__ is str

    def is_nan(self):
        return self._exp in ('n', 'N')

    def is_qnan(self):
        return self._exp == 'n'

    def is_snan(self):
        return self._exp == 'N'

    def is_infinite(self):
        return self._exp == 'F'

    def is_finite(self):
        return not self._is_special()

    def is_signed(self):
        return bool(self._sign)

    def is_zero(self):
        return not self._is_special() and not self._int

    def is_canonical(self):
        return True

    def is_normal(self, context=None):
        return bool(self) and not self._is_special() and self.adjusted() >= _context(context).Emin

    def is_subnormal(self, context=None):
        return bool(self) and not self._is_special() and self.adjusted() < _context(context).Emin

    def number_class(self, context=None):
        """Its class, in words of the specification."""
        if self.is_nan():
            return 'sNaN' if self._exp == 'N' else 'NaN'
        sign = '-' if self._sign else '+'
        if self._exp == 'F':
            return sign + 'Infinity'
        if not self._int:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    def adjusted(self):
        """The exponent of its first digit."""
        if self._is_special():
            return 0
        return self._exp + (_d.digits(self._int) if self._int else 1) - 1

    def as_tuple(self):
        """Sign, digits and exponent."""
        digits = () if self.is_nan() and not self._int else tuple(map(int, _d.text_of(self._int)))
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """A pair of integers whose quotient it is, in lowest terms."""
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer ratio')
        if self._is_special():
            raise ValueError('cannot convert NaN to integer ratio')
        above, below = self._int, 1
        if self._exp >= 0:
            above *= 10**self._exp
        else:
            below = 10**-self._exp
            divisor = _math.gcd(above, below)
            above, below = above // divisor, below // divisor
        return -above if self._sign else above, below

    def radix(self):
        return Decimal(10)

    def canonical(self):
        return self

    def conjugate(self):
        return self

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    # Texts.

    def __str__(self):
        return _text(self, getcontext(), False)

    def __repr__(self):
        return f"Decimal('{_text(self, getcontext(), False)}')"

    def to_eng_string(self, context=None):
        """Its text with an exponent that is a multiple of three."""
        return _text(self, _context(context), True)

    def __format__(self, spec, /):
        if not isinstance(spec, str):
            raise TypeError('format arg must be str')
        layout = _d.Layout(spec)
        context = getcontext()
        kind = layout.kind or ('G' if context.capitals else 'g')
        if kind == 'n':
            kind = 'g'
        percent = '%' if kind == '%' else ''
        if self._is_special():
            if layout.fill == '0' and layout.zero_padded:
                layout.fill, layout.align = ' ', '>'
            return layout.laid_out(self._sign, str(self.copy_abs()), percent)
        number = self
        if percent:
            number = _number(self._sign, self._int, self._exp + 2)
        number = _for_layout(number, kind, layout.precision, context.rounding)
        digits = _d.text_of(number._int)
        left = number._exp + len(digits)
        if kind in 'eE':
            point = 1 - layout.precision if not number._int and layout.precision is not None else 1
        elif kind in 'fF%' or number._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        exponent = left - point
        rest = ('.' + fraction if fraction else '') + percent
        if exponent or kind in 'eE':
            rest += f"{'E' if kind in 'EG' else 'e'}{exponent:+d}"
        sign = number._sign and not (layout.no_negative_zero and not number._int)
        return layout.laid_out(sign, whole, rest)

    # Conversions.

    def __bool__(self):
        return self._is_special() or self._int != 0

    def __int__(self):
        if self._exp == 'F':
            raise OverflowError('cannot convert Infinity to integer')
        if self._is_special():
            raise ValueError('cannot convert NaN to integer')
        if self._exp >= 0:
            value = self._int * 10**self._exp
        else:
            value = 0 if -self._exp > _d.digits(self._int or 1) else self._int // 10**-self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __float__(self):
        if self._exp == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        return float(_text(self, DefaultContext, False)) if self._exp != 'n' else _math.copysign(_math.nan, -1 if self._sign else 1)

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self._integral(ROUND_FLOOR))

    def __ceil__(self):
        return int(self._integral(ROUND_CEILING))

    def __round__(self, n=None, /):
        if n is None:
            return int(self._integral(ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self._quantize(_number(0, 1, -n), context=getcontext()._with(rounding=ROUND_HALF_EVEN, traps=getcontext().traps))

    def __hash__(self):
        if self._exp == 'N':
            raise TypeError('Cannot hash a signaling NaN value')
        if self._exp == 'n':
            return object.__hash__(self)
        if self._exp == 'F':
            return hash(-_math.inf if self._sign else _math.inf)
        modulus = (1 << 61) - 1
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __reduce__(self):
        return type(self), (str(self),)

    # Comparisons.

    def _order(self, other):
        """Less, equal or greater: -1, 0 or 1. Neither is a NaN."""
        if self._exp == 'F' or other._exp == 'F':
            mine = (-1 if self._sign else 1) if self._exp == 'F' else 0
            theirs = (-1 if other._sign else 1) if other._exp == 'F' else 0
            return (mine > theirs) - (mine < theirs)
        mine = (-1 if self._sign else 1) if self._int else 0
        theirs = (-1 if other._sign else 1) if other._int else 0
        if mine != theirs or not mine:
            return (mine > theirs) - (mine < theirs)
        mine, theirs = self.adjusted(), other.adjusted()
        if mine == theirs:
            exponent = min(self._exp, other._exp)
            mine, theirs = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        order = (mine > theirs) - (mine < theirs)
        return -order if self._sign else order

    def _comparable(self, other, equality):
        """The other operand of a comparison, with this one scaled alike."""
        if isinstance(other, Decimal):
            return self, other
        if isinstance(other, int):
            return self, _coerced(other)
        if isinstance(other, float):
            context = getcontext()
            if equality:
                context.flags._bits |= _FLOAT
            else:
                context._signal(_FLOAT)
            return self, _of_float(other)
        if isinstance(other, complex) and equality and other.imag == 0:
            return self, _of_float(other.real)
        if isinstance(other, _numbers.Rational):
            scaled = self if self._is_special() else _number(self._sign, self._int * other.denominator, self._exp)
            return scaled, Decimal(other.numerator)
        return None

    def __eq__(self, other):
        pair = self._comparable(other, True)
        if pair is None:
            return NotImplemented
        one, another = pair
        if one._exp == 'N' or another._exp == 'N':
            getcontext()._signal(_INVALID)
        return not (one.is_nan() or another.is_nan()) and one._order(another) == 0

    def _ordered(self, other):
        pair = self._comparable(other, False)
        if pair is None:
            return None
        one, another = pair
        if one.is_nan() or another.is_nan():
            getcontext()._signal(_INVALID)
            return _math.nan
        return one._order(another)

    def __lt__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._ordered(other)
        return NotImplemented if order is None else order >= 0

    def compare(self, other, context=None):
        """-1, 0 or 1, or NaN."""
        other, context = _operand(other), _context(context)
        return self._nan(other, context) or Decimal(self._order(other))

    def compare_signal(self, other, context=None):
        """As `compare`, but any NaN signals."""
        other, context = _operand(other), _context(context)
        if self._exp == 'n' or other._exp == 'n':
            context._signal(_INVALID)
        return self.compare(other, context)

    def _total_key(self):
        rank = {'F': 1, 'N': 2, 'n': 3}.get(self._exp, 0)
        return rank, self._int if rank > 1 else 0

    def compare_total(self, other, context=None):
        """As `compare`, by representation: 12.0 is before 12, and NaNs are numbers too."""
        other = _operand(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        mine, theirs = self._total_key(), other._total_key()
        if mine == theirs and not mine[0]:
            mine = self.copy_abs()._order(other.copy_abs()), self._exp
            theirs = 0, other._exp
        order = (mine > theirs) - (mine < theirs)
        return Decimal(-order if self._sign else order)

    def compare_total_mag(self, other, context=None):
        return self.copy_abs().compare_total(_operand(other).copy_abs())

    def same_quantum(self, other, context=None):
        """Whether both have the same exponent."""
        other = _operand(other)
        if self._is_special() or other._is_special():
            return self.is_nan() and other.is_nan() or self._exp == 'F' and other._exp == 'F'
        return self._exp == other._exp

    def _extreme(self, other, context, sign, key):
        other, context = _operand(other), _context(context)
        if self.is_nan() or other.is_nan():
            if self._exp == 'n' and not other.is_nan():
                return other._fitted(context)
            if other._exp == 'n' and not self.is_nan():
                return self._fitted(context)
            return self._nan(other, context)
        order = key(self)._order(key(other)) or int(self.compare_total(other))
        return (self if order * sign >= 0 else other)._fitted(context)

    def _fitted(self, context):
        """Rounded, with the sign of a zero."""
        return self if self._is_special() else _finished(self._sign, self._int, self._exp, context)

    def max(self, other, context=None):
        return self._extreme(other, context, 1, lambda number: number)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, lambda number: number)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, Decimal.copy_abs)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, Decimal.copy_abs)

    # Signs.

    def copy_abs(self):
        return _number(0, self._int, self._exp)

    def copy_negate(self):
        return _number(1 - self._sign, self._int, self._exp)

    def copy_sign(self, other, context=None):
        return _number(_operand(other)._sign, self._int, self._exp)

    def _plus(self, context):
        if self._is_special():
            return self._nan(None, context) or self
        sign = self._sign
        if not self._int:
            sign = sign if context.rounding == ROUND_FLOOR and sign else 0
        return _finished(sign, self._int, self._exp, context)

    def _minus(self, context):
        if self.is_nan():
            return self._nan(None, context)
        return self.copy_negate()._plus(context)

    def _abs(self, context):
        if self.is_nan():
            return self._nan(None, context)
        return self.copy_abs()._plus(context)

    def __pos__(self, context=None):
        return self._plus(_context(context))

    def __neg__(self):
        return self._minus(getcontext())

    def __abs__(self):
        return self._abs(getcontext())

    # Arithmetic.

    def _nan(self, other, context):
        """What an operation with a NaN answers; None if there is none."""
        operands = (self,) if other is None else (self, other)
        for kind in ('N', 'n'):
            for operand in operands:
                if operand._exp == kind:
                    if kind == 'N':
                        context._signal(_INVALID)
                    payload = operand._int % 10 ** (context.prec - context.clamp) if operand._int else 0
                    return _special(operand._sign, 'n', payload)
        return None

    def _add(self, other, context=None):
        context = context or getcontext()
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._exp == 'F' == other._exp and self._sign != other._sign:
                return context._invalid()
            return _special((self if self._exp == 'F' else other)._sign, 'F')
        exponent = min(self._exp, other._exp)
        if not self._int and not other._int:
            sign = self._sign if self._sign == other._sign else int(context.rounding == ROUND_FLOOR)
            return _finished(sign, 0, exponent, context)
        if not self._int or not other._int:
            zero, number = (self, other) if not self._int else (other, self)
            exponent = max(exponent, number._exp - context.prec - 1) if exponent < number._exp else number._exp
            return _finished(number._sign, number._int * 10 ** (number._exp - exponent), exponent, context)
        high, low = (self, other) if self._exp >= other._exp else (other, self)
        # Digits far below the last one that counts stand for "a little", whatever they are.
        floor = high._exp + min(-1, _d.digits(high._int) - context.prec - 2)
        mine, theirs = high._int, low._int
        exponent = low._exp
        if _d.digits(theirs) + exponent - 1 < floor:
            theirs, exponent = 1, floor
        mine *= 10 ** (high._exp - exponent)
        total = (-mine if high._sign else mine) + (-theirs if low._sign else theirs)
        if not total:
            return _finished(int(context.rounding == ROUND_FLOOR), 0, exponent, context)
        return _finished(int(total < 0), abs(total), exponent, context)

    def _subtract(self, other, context=None):
        context = context or getcontext()
        if self.is_nan() or other.is_nan():
            return self._nan(other, context)
        return self._add(other.copy_negate(), context)

    def _multiply(self, other, context=None):
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            return _special(sign, 'F') if self and other else context._invalid()
        return _finished(sign, self._int * other._int, self._exp + other._exp, context)

    def _divide(self, other, context=None):
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._exp == 'F':
                return context._invalid() if other._exp == 'F' else _special(sign, 'F')
            context._signal(_CLAMPED)
            return _number(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined)
            context._signal(_ZERO)
            return _special(sign, 'F')
        ideal = self._exp - other._exp
        if not self._int:
            return _finished(sign, 0, ideal, context)
        shift = max(0, _d.digits(other._int) - _d.digits(self._int) + context.prec + 1)
        if shift > _MOST_DIGITS:
            # Only an exact quotient needs fewer.
            shift = 4 * _d.digits(other._int)
            if self._int * 10**shift % other._int:
                raise MemoryError
        quotient, rest = divmod(self._int * 10**shift, other._int)
        exponent = ideal - shift
        if rest:
            # Never the middle between two, nor exact.
            quotient += quotient % 5 == 0
        else:
            while exponent < ideal and quotient % 10 == 0:
                quotient //= 10
                exponent += 1
        return _finished(sign, quotient, exponent, context)

    def _whole_division(self, other, context):
        """Quotient and remainder of finite numbers, the quotient cut to a whole; None if it does not fit."""
        sign = self._sign ^ other._sign
        exponent = min(self._exp, other._exp)
        if not self._int or self.adjusted() < other.adjusted():
            rest = self
            if self._exp > exponent:
                rest = _number(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
            return _number(sign, 0, 0), rest
        if self.adjusted() - other.adjusted() > context.prec:
            return None
        mine, theirs = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(mine, theirs)
        if _d.digits(quotient) > context.prec:
            return None
        return _number(sign, quotient, 0), _number(self._sign, rest, exponent)

    def _divide_int(self, other, context=None):
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._exp == 'F':
                return context._invalid() if other._exp == 'F' else _special(sign, 'F')
            return _number(sign, 0, 0)
        if not other._int:
            if not self._int:
                return context._invalid(DivisionUndefined)
            context._signal(_ZERO)
            return _special(sign, 'F')
        both = self._whole_division(other, context)
        return context._invalid(DivisionImpossible) if both is None else both[0]

    def _remainder(self, other, context=None):
        context = context or getcontext()
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            return context._invalid() if self._exp == 'F' else self._plus(context)
        if not other._int:
            return context._invalid(None if self._int else DivisionUndefined)
        both = self._whole_division(other, context)
        if both is None:
            return context._invalid(DivisionImpossible)
        rest = both[1]
        return _finished(rest._sign, rest._int, rest._exp, context)

    def _divmod(self, other, context=None):
        context = context or getcontext()
        sign = self._sign ^ other._sign
        if self._is_special() or other._is_special():
            nan = self._nan(other, context)
            if nan is not None:
                return nan, nan
            if self._exp == 'F':
                if other._exp == 'F':
                    nan = context._invalid()
                    return nan, nan
                context._signal(_INVALID)
                return _special(sign, 'F'), _special(0, 'n')
            return _number(sign, 0, 0), self._plus(context)
        if not other._int:
            if not self._int:
                nan = context._invalid(DivisionUndefined)
                return nan, nan
            context._signal(_ZERO | _INVALID)
            return _special(sign, 'F'), _special(0, 'n')
        both = self._whole_division(other, context)
        if both is None:
            nan = context._invalid(DivisionImpossible)
            return nan, nan
        quotient, rest = both
        return quotient, _finished(rest._sign, rest._int, rest._exp, context)

    __add__, __radd__ = _operator('add', _add)
    __sub__, __rsub__ = _operator('sub', _subtract)
    __mul__, __rmul__ = _operator('mul', _multiply)
    __truediv__, __rtruediv__ = _operator('truediv', _divide)
    __floordiv__, __rfloordiv__ = _operator('floordiv', _divide_int)
    __mod__, __rmod__ = _operator('mod', _remainder)
    __divmod__, __rdivmod__ = _operator('divmod', _divmod)

    def remainder_near(self, other, context=None):
        """The remainder whose magnitude is least."""
        other, context = _operand(other), _context(context)
        if self._is_special() or other._is_special() or not other._int:
            return self._remainder(other, context)
        both = self._whole_division(other, context)
        if both is None:
            return context._invalid(DivisionImpossible)
        quotient, rest = both
        exponent = min(rest._exp, other._exp)
        mine, theirs = rest._int * 10 ** (rest._exp - exponent), other._int * 10 ** (other._exp - exponent)
        sign = rest._sign
        if 2 * mine + (quotient._int & 1) > theirs:
            mine, sign = theirs - mine, 1 - sign
            if _d.digits(quotient._int + 1) > context.prec:
                return context._invalid(DivisionImpossible)
        return _finished(sign, mine, exponent, context)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other, third, context = _operand(other), _operand(third), _context(context)
        if self._is_special() or other._is_special():
            product = self._multiply(other, context)
        else:
            product = _number(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._add(third, context)

    # Powers and roots.

    def __pow__(self, other, modulo=None, /):
        return self._power(other, modulo, getcontext())

    def _power(self, other, modulo, context):
        other = _coerced(other)
        if other is NotImplemented:
            return other
        if modulo is not None:
            return _power_modulo(self, other, _operand(modulo), context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if not other:
            return Decimal(1) if self else context._invalid()
        whole = not other._is_special() and other == other._integral(ROUND_DOWN)
        odd = whole and int(other) % 2 == 1
        sign = int(bool(self._sign and odd))
        if self._sign and self and not whole and other._exp != 'F':
            return context._invalid()
        if self._sign and other._exp == 'F' and self:
            return context._invalid()
        magnitude = self.copy_abs()
        if not self:
            return _special(sign, 'F') if other._sign else _number(sign, 0, 0)
        if self._exp == 'F':
            return _number(sign, 0, 0) if other._sign else _special(sign, 'F')
        order = magnitude._order(Decimal(1))
        if other._exp == 'F':
            if order == 0:
                return _finished(0, 10 ** (context.prec - 1), 1 - context.prec, context, _INEXACT | _ROUNDED)
            return _number(0, 0, 0) if (order < 0) != bool(other._sign) else _special(0, 'F')
        if whole:
            return _whole_power(magnitude, int(other), sign, context)
        if order == 0:
            return _finished(0, 10 ** (context.prec - 1), 1 - context.prec, context, _INEXACT | _ROUNDED)
        return _real_power(magnitude, other, context)

    def __rpow__(self, other, modulo=None, /):
        other = _coerced(other)
        return other if other is NotImplemented else other.__pow__(self)

    def sqrt(self, context=None):
        """The square root."""
        context = _context(context)
        if self._is_special():
            nan = self._nan(None, context)
            if nan is not None:
                return nan
            return context._invalid() if self._sign else self
        if not self._int:
            return _finished(self._sign, 0, self._exp // 2, context)
        if self._sign:
            return context._invalid()
        ideal = self._exp // 2
        coefficient = self._int * 10 if self._exp & 1 else self._int
        shift = max(0, context.prec + 1 - (_d.digits(coefficient) + 1) // 2)
        if shift > _MOST_DIGITS:
            # Only an exact root needs fewer.
            shift = 0
            if _math.isqrt(coefficient) ** 2 != coefficient:
                raise MemoryError
        root = _math.isqrt(coefficient * 100**shift)
        exponent = ideal - shift
        if root * root == coefficient * 100**shift:
            while exponent < ideal and root % 10 == 0:
                root //= 10
                exponent += 1
        else:
            root += root % 5 == 0
        return _rounded_half_even(0, root, exponent, context)

    def exp(self, context=None):
        """e ** self."""
        context = _context(context)
        if self._is_special():
            nan = self._nan(None, context)
            if nan is not None:
                return nan
            return Decimal(0) if self._sign else self
        if not self._int:
            return Decimal(1)
        if self.adjusted() > len(str(context.Emax - context.Etiny())) + 1:
            return _finished(0, 1, context.Etiny() - 2 if self._sign else context.Emax + 1, context)
        if self.adjusted() < -context.prec - 1:
            # 1 and a little, or a little less than 1.
            coefficient = 10 ** (context.prec + 1) + (-1 if self._sign else 1)
            return _rounded_half_even(0, coefficient, -context.prec - 1, context)
        for extra in (4, 14, 34):
            coefficient, tens = _d.exp_of(self._sign, self._int, self._exp, context.prec + extra)
            if _is_decided(coefficient, context.prec + extra, extra):
                break
        return _rounded_half_even(0, coefficient, tens, context)

    def ln(self, context=None):
        """The natural logarithm."""
        context = _context(context)
        answer = _logarithm_of_special(self, context)
        if answer is not None:
            return answer
        if self == 1:
            return Decimal(0)
        return _logarithm(self, context, None)

    def log10(self, context=None):
        """The logarithm to base 10."""
        context = _context(context)
        answer = _logarithm_of_special(self, context)
        if answer is not None:
            return answer
        if _d.text_of(self._int).rstrip('0') == '1':
            tens = self.adjusted()
            return _finished(int(tens < 0), abs(tens), 0, context)
        return _logarithm(self, context, _d.ln_of_ten)

    def logb(self, context=None):
        """The exponent of its first digit, as a number."""
        context = _context(context)
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._exp == 'F':
            return _special(0, 'F')
        if not self._int:
            context._signal(_ZERO)
            return _special(1, 'F')
        return Decimal(self.adjusted())._plus(context)

    # Exponents.

    def _rescaled(self, exponent, rounding):
        """With another exponent, rounded."""
        if not self._int:
            return _number(self._sign, 0, exponent)
        if self._exp >= exponent:
            return _number(self._sign, self._int * 10 ** (self._exp - exponent), exponent)
        coefficient, _ = _d.dropped(self._int, exponent - self._exp, self._sign, rounding)
        return _number(self._sign, coefficient, exponent)

    def quantize(self, exp, rounding=None, context=None):
        """The number with the exponent of `exp`, rounded."""
        context = _context(context)
        if rounding is not None:
            if rounding not in _ROUNDINGS:
                context.copy().rounding = rounding
            rounded = context.copy()
            rounded.rounding = rounding
            rounded.flags = context.flags
            try:
                return self._quantize(_operand(exp), context=rounded)
            finally:
                context.flags._bits |= rounded.flags._bits
        return self._quantize(_operand(exp), context=context)

    def _quantize(self, exp, context):
        if self._is_special() or exp._is_special():
            nan = self._nan(exp, context)
            if nan is not None:
                return nan
            return _special(self._sign, 'F') if self._exp == exp._exp == 'F' else context._invalid()
        if not context.Etiny() <= exp._exp <= context.Emax:
            return context._invalid()
        if not self._int:
            return _finished(self._sign, 0, exp._exp, context)
        if self.adjusted() > context.Emax or self.adjusted() - exp._exp + 1 > context.prec:
            return context._invalid()
        made = self._rescaled(exp._exp, context.rounding)
        if made._int and (made.adjusted() > context.Emax or _d.digits(made._int) > context.prec):
            return context._invalid()
        bits = 0
        if made._int and made.adjusted() < context.Emin:
            bits |= _SUBNORMAL
        if made._exp > self._exp:
            bits |= _ROUNDED | (0 if made._order(self) == 0 else _INEXACT)
        if bits:
            context._signal(bits)
        return made

    def _integral(self, rounding):
        return self if self._is_special() or self._exp >= 0 else self._rescaled(0, rounding)

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number, without a signal."""
        context = _context(context)
        return self._nan(None, context) or self._integral(rounding or context.rounding)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Rounded to a whole number."""
        context = _context(context)
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        made = self._integral(rounding or context.rounding)
        if not self._is_special() and self._exp < 0:
            context._signal(_ROUNDED | (0 if made._order(self) == 0 else _INEXACT))
        return made

    def normalize(self, context=None):
        """Without zeros at its end."""
        context = _context(context)
        made = self._nan(None, context)
        if made is not None:
            return made
        made = self._plus(context) if self._int or self._is_special() else self
        if made._is_special():
            return made
        if not made._int:
            return _number(made._sign, 0, 0)
        coefficient, exponent = made._int, made._exp
        top = context.Etop() if context.clamp else context.Emax
        while coefficient % 10 == 0 and exponent < top:
            coefficient //= 10
            exponent += 1
        return _number(made._sign, coefficient, exponent)

    def scaleb(self, other, context=None):
        """Its exponent changed by `other`."""
        other, context = _operand(other), _context(context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        most = 2 * (context.Emax + context.prec)
        if other._is_special() or other._exp != 0 or not -most <= int(other) <= most:
            return context._invalid()
        if self._exp == 'F':
            return self
        return _finished(self._sign, self._int, self._exp + int(other), context)

    # Digits.

    def _shifted(self, other, context, places):
        other = _operand(other)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if other._is_special() or other._exp != 0 or not -context.prec <= int(other) <= context.prec:
            return context._invalid()
        if self._exp == 'F':
            return self
        return _number(self._sign, places(_last_digits(self._int, context.prec), int(other)), self._exp)

    def shift(self, other, context=None):
        """Its digits moved to the left, or to the right if `other` is negative."""
        context = _context(context)
        prec = context.prec
        return self._shifted(other, context, lambda digits, by: _last_digits(digits * 10**by, prec) if by >= 0 else digits // 10**-by)

    def rotate(self, other, context=None):
        """Its digits moved round."""
        context = _context(context)
        prec = context.prec

        def rotated(digits, by):
            head, tail = divmod(digits, 10 ** (prec - by % prec))
            return tail * 10 ** (by % prec) + head

        return self._shifted(other, context, rotated)

    def _is_logical(self):
        return not self._is_special() and not self._sign and self._exp == 0 and not set(_d.text_of(self._int)) - {'0', '1'}

    def _logical(self, other, context, operation):
        other, context = _operand(other), _context(context)
        if not self._is_logical() or not other._is_logical():
            return context._invalid()
        mine, theirs = int(_d.text_of(self._int), 2), int(_d.text_of(other._int), 2)
        digits = f'{operation(mine, theirs):b}'[-context.prec :]
        return _number(0, _d.number_of(digits), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical(other, context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical(other, context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        context = _context(context)
        return self.logical_xor(_number(0, _d.number_of('1' * context.prec), 0), context)

    # Neighbours.

    def _neighbour(self, context, rounding):
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        away = rounding == ROUND_CEILING
        if self._exp == 'F':
            return self if self._sign != away else _number(self._sign, 10**context.prec - 1, context.Etop())
        inner = context._with(rounding=rounding)
        rounded = self._plus(inner)
        if rounded._order(self) != 0:
            return rounded
        return self._add(_number(int(not away), 1, context.Etiny() - 1), inner)

    def next_minus(self, context=None):
        """The largest number below it."""
        return self._neighbour(_context(context), ROUND_FLOOR)

    def next_plus(self, context=None):
        """The smallest number above it."""
        return self._neighbour(_context(context), ROUND_CEILING)

    def next_toward(self, other, context=None):
        """The next number in the direction of another."""
        other, context = _operand(other), _context(context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        order = self._order(other)
        if order == 0:
            return self.copy_sign(other)
        made = self._neighbour(context, ROUND_CEILING if order < 0 else ROUND_FLOOR)
        if made._exp == 'F':
            context._signal(_OVERFLOW | _INEXACT | _ROUNDED)
        elif made.adjusted() < context.Emin:
            context._signal(_UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | (0 if made._int else _CLAMPED))
        return made


_numbers.Number.register(Decimal)


for _function in (getcontext, setcontext, localcontext):
    _builtin_function(_function, 'decimal')
del _function
