import decimal
from decimal import Decimal, getcontext

for attempt in (lambda: Decimal(1) / 0, lambda: Decimal(0) / 0, lambda: Decimal('x'), lambda: Decimal(-1).sqrt(),
                lambda: Decimal('1e999999') * 10, lambda: Decimal(1) + 1.5, lambda: Decimal('NaN') < 1):
    try:
        print(attempt())
    except (ArithmeticError, TypeError) as error:
        print(type(error).__name__, error)
context = getcontext()
context.clear_flags()
Decimal(1) / 3
print([signal.__name__ for signal, raised in context.flags.items() if raised])
context.traps[decimal.Inexact] = True
try:
    Decimal(1) / 3
except decimal.Inexact as error:
    print(repr(error))
context.traps[decimal.DivisionByZero] = False
print(Decimal(1) / 0, -Decimal(1) / 0)
Decimal(1) % 0
