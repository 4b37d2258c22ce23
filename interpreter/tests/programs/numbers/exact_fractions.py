import numbers
from fractions import Fraction

half = Fraction(1, 2)
print(half, repr(half), half + Fraction(1, 3), half * 2, half / 3, half ** 2, half ** -1, half ** 0.5, 2 ** half, -half, abs(-half))
print(Fraction('3/7'), Fraction('0.125'), Fraction(0.1), Fraction('1e-3'), Fraction(3.5).as_integer_ratio(), Fraction(10, -4))
print(Fraction(0.1).limit_denominator(10), Fraction(7, 2) // 1, Fraction(7, 2) % 1, divmod(Fraction(7, 2), 2), round(Fraction(7, 3), 1), int(Fraction(-7, 2)))
print(half == 0.5, half < 1, hash(half) == hash(0.5), sum([half] * 3), max(half, 0.3), isinstance(half, numbers.Rational), isinstance(1, numbers.Integral))
for attempt in (lambda: Fraction(1, 0), lambda: Fraction('x'), lambda: Fraction(1.5, 2)):
    try:
        attempt()
    except (ZeroDivisionError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
