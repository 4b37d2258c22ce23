# Contexts.


class Context:
    """How results are rounded, and which signals raise exceptions."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.flags = _SignalDict(0) if flags is None else _signals_of(flags)
        self.traps = base.traps if traps is None else _signals_of(traps)

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, complaint = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError('an integer is required')
            if not -(2**63) <= value < 2**63:
                raise OverflowError('Python int too large to convert to C ssize_t')
            if not low <= value <= high:
                raise ValueError(complaint)
        elif name == 'rounding':
            if value not in _ROUNDINGS:
                raise TypeError(
                    'valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   '
                    'ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]'
                )
        elif name in ('flags', 'traps'):
            value = _signals_of(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def _signal(self, bits, condition=None):
        """Sets flags, and raises the foremost of those signals that are trapped."""
        self.flags._bits |= bits
        trapped = bits & self.traps._bits
        if not trapped:
            return
        names = [signal for signal, bit in _SIGNALS.items() if trapped & bit]
        raise names[0]([condition if condition and signal is InvalidOperation else signal for signal in names])

    def _invalid(self, condition=None):
        """What an operation without a result answers, if that is not trapped."""
        self._signal(_INVALID, condition)
        return _special(0, 'n')

    def Etiny(self):
        """The least exponent."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The exponent of the largest number."""
        return self.Emax - self.prec + 1

    def clear_flags(self):
        self.flags._bits = 0

    def clear_traps(self):
        self.traps._bits = 0

    def copy(self):
        made = object.__new__(Context)
        for name in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            setattr(made, name, getattr(self, name))
        return made

    __copy__ = copy

    def _with(self, **changes):
        """A copy for inner work, whose signals nobody hears."""
        made = self.copy()
        made.traps._bits = made.flags._bits = 0
        for name, value in changes.items():
            setattr(made, name, value)
        return made

    def create_decimal(self, num='0', /):
        """A number, rounded to this context."""
        made = _converted(num, self, exact=False)
        if made._exp in ('n', 'N') and made._int and _d.digits(made._int) > self.prec - self.clamp:
            return self._invalid(ConversionSyntax)
        return made if made._is_special() else _finished(made._sign, made._int, made._exp, self)

    def create_decimal_from_float(self, f, /):
        return +_of_float(f) if self is getcontext() else _of_float(f).__pos__(self)

    def to_sci_string(self, x, /):
        return _text(_operand(x), self, False)

    def to_eng_string(self, x, /):
        return _text(_operand(x), self, True)

    def copy_decimal(self, x, /):
        return _operand(x)

    def radix(self):
        return Decimal(10)

    def power(self, /, a, b, modulo=None):
        return _operand(a)._power(_operand(b), None if modulo is None else _operand(modulo), self)

    def __repr__(self):
        flags = ', '.join([signal.__name__ for signal in _SHOWN if self.flags[signal]])
        traps = ', '.join([signal.__name__ for signal in _SHOWN if self.traps[signal]])
        return (
            f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, capitals={self.capitals}, '
            f'clamp={self.clamp}, flags=[{flags}], traps=[{traps}])'
        )


_RANGES = {
    'prec': (1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
    'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
    'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
    'capitals': (0, 1, 'valid values for capitals are 0 or 1'),
    'clamp': (0, 1, 'valid values for clamp are 0 or 1'),
}


def _delegate(name, method, operands):
    """A method of contexts that does a number's operation."""

    def of_one(self, x, /):
        return getattr(_operand(x), method)(context=self)

    def of_two(self, x, y, /):
        return getattr(_operand(x), method)(_operand(y), context=self)

    def of_three(self, x, y, z, /):
        return getattr(_operand(x), method)(_operand(y), _operand(z), context=self)

    function = (of_one, of_two, of_three)[operands - 1]
    function.__name__ = name
    function.__qualname__ = f'Context.{name}'
    setattr(Context, name, function)


def _delegate_plain(name):
    """A method of contexts that does a number's operation, which needs no context."""

    def function(self, x, /, *others):
        return getattr(_operand(x), name)(*[_operand(other) for other in others])

    function.__name__ = name
    function.__qualname__ = f'Context.{name}'
    setattr(Context, name, function)


for _name, _method, _operands in [
    ('abs', '_abs', 1),
    ('add', '_add', 2),
    ('subtract', '_subtract', 2),
    ('multiply', '_multiply', 2),
    ('divide', '_divide', 2),
    ('divide_int', '_divide_int', 2),
    ('divmod', '_divmod', 2),
    ('remainder', '_remainder', 2),
    ('plus', '_plus', 1),
    ('minus', '_minus', 1),
    ('compare', 'compare', 2),
    ('compare_signal', 'compare_signal', 2),
    ('exp', 'exp', 1),
    ('fma', 'fma', 3),
    ('is_normal', 'is_normal', 1),
    ('is_subnormal', 'is_subnormal', 1),
    ('ln', 'ln', 1),
    ('log10', 'log10', 1),
    ('logb', 'logb', 1),
    ('logical_and', 'logical_and', 2),
    ('logical_or', 'logical_or', 2),
    ('logical_xor', 'logical_xor', 2),
    ('logical_invert', 'logical_invert', 1),
    ('max', 'max', 2),
    ('max_mag', 'max_mag', 2),
    ('min', 'min', 2),
    ('min_mag', 'min_mag', 2),
    ('next_minus', 'next_minus', 1),
    ('next_plus', 'next_plus', 1),
    ('next_toward', 'next_toward', 2),
    ('normalize', 'normalize', 1),
    ('number_class', 'number_class', 1),
    ('remainder_near', 'remainder_near', 2),
    ('rotate', 'rotate', 2),
    ('scaleb', 'scaleb', 2),
    ('shift', 'shift', 2),
    ('sqrt', 'sqrt', 1),
    ('to_integral', 'to_integral_value', 1),
    ('to_integral_value', 'to_integral_value', 1),
    ('to_integral_exact', 'to_integral_exact', 1),
    ('quantize', '_quantize', 2),
]:
    _delegate(_name, _method, _operands)
for _name in [
    'canonical',
    'compare_total',
    'compare_total_mag',
    'copy_abs',
    'copy_negate',
    'copy_sign',
    'is_canonical',
    'is_finite',
    'is_infinite',
    'is_nan',
    'is_qnan',
    'is_signed',
    'is_snan',
    'is_zero',
    'same_quantum',
]:
    _delegate_plain(_name)
_static_type(Context)


def _first_context(prec, rounding, traps):
    """A context made before there is a default for what is left out."""
    made = object.__new__(Context)
    made.prec, made.rounding, made.Emin, made.Emax, made.capitals, made.clamp = prec, rounding, -999999, 999999, 1, 0
    made.flags, made.traps = [], traps
    return made


DefaultContext = _first_context(28, ROUND_HALF_EVEN, [InvalidOperation, DivisionByZero, Overflow])
BasicContext = _first_context(9, ROUND_HALF_UP, [InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = _first_context(9, ROUND_HALF_EVEN, [])

_current = _ContextVar('decimal_context')


def getcontext():
    """The context in force: each task has its own."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    """Puts a context in force."""
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    """Puts a copy of a context in force inside of a `with`."""

    __module__ = 'decimal'

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._outside = getcontext()
        setcontext(self._context)
        return self._context

    def __exit__(self, *exc_info):
        setcontext(self._outside)


_ContextManager.__name__ = _ContextManager.__qualname__ = 'ContextManager'


def localcontext(ctx=None, **kwargs):
    """A context manager that puts a copy of `ctx`, or of the context in force, in its place."""
    if ctx is not None and not isinstance(ctx, Context):
        raise TypeError('optional argument must be a context')
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _ContextManager(context)


def _context(context):
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context
