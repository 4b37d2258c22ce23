from decimal import Decimal, getcontext

print(Decimal(1).exp(), Decimal(10).ln(), Decimal(2).log10(), sep='\n')
print(Decimal(2) ** Decimal('0.5'), Decimal('1.1') ** 10, Decimal(2) ** -3, pow(Decimal(7), 3, 5), sep='\n')
getcontext().prec = 60


def pi():
    """The digits of pi, by the recipe of Decimal's documentation."""
    three = Decimal(3)
    last, t, s, n, na, d, da = 0, three, 3, 1, 0, 0, 24
    while s != last:
        last = s
        n, na = n + na, na + 8
        d, da = d + da, da + 32
        t = t * n / d
        s += t
    return +s


print(pi())
