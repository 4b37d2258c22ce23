import math
from decimal import Decimal
from fractions import Fraction

half = Decimal('0.50')
print(half == 0.5, half == Fraction(1, 2), half < 1, hash(half) == hash(0.5), {half: 'half'}[0.5])
print(int(Decimal('-3.9')), float(half), round(Decimal('2.5')), round(Decimal('2.675'), 2), math.floor(Decimal('-1.5')))
print(Decimal(7) // 2, Decimal(-7) // 2, Decimal(-7) % 3, divmod(Decimal(7), 2), -7 // 2)
print(half.as_tuple(), half.as_integer_ratio(), half.normalize(), half.adjusted(), Decimal(3.14))
print(sorted([Decimal(3), 1.5, 2]), max(Decimal(1), 2), sum([Decimal(1), 2]), type(Decimal(1) + 1))
print(repr(Decimal('1E+3')), Decimal('0E-8'), Decimal('-0'), Decimal('Infinity'), Decimal('nan'), Decimal('1_000.5'))
