# What decimal functions refuse is told without their names; zeros with exponents; signals that are none.
import decimal
from decimal import Decimal as D
from fractions import Fraction

context = decimal.getcontext()


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


t(lambda: D(1, 2, 3))
t(lambda: D(foo=1))
t(lambda: D(1).quantize())
t(lambda: D(1).quantize(1, foo=2))
t(lambda: D(1).compare())
t(lambda: D(1).fma(1))
t(lambda: D(1).sqrt(1, 2))
t(lambda: D(1).is_nan(1))
t(lambda: D.from_float())
t(lambda: D(1).__format__(5))
t(lambda: decimal.Context(foo=1))
t(lambda: decimal.Context(prec=10**20))
t(lambda: decimal.Context(prec=0))
t(lambda: context.flags[5])
t(lambda: context.traps[ValueError])
t(lambda: context.add(1))
t(lambda: context.add(1, 2, 3))
t(lambda: context.fma(1, 2))
t(lambda: context.power(2, 3, mod=5))
t(lambda: context.power(2, 3, modulo=5))
t(lambda: context.power(2, 3))
t(lambda: D(2).__pow__(3, 5))
t(lambda: context.sqrt())
t(lambda: Fraction.from_decimal(0.5))
t(lambda: Fraction.from_decimal(D('0.5')) + Fraction.from_decimal(3))
for text in ('0', '-0', '0.00', '0E+5', '0E-9'):
    print([format(D(text), spec) for spec in ('.2e', '.0e', 'e', '.3E', 'g', '.2f', '')])
