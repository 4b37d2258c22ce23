# What is exact needs few digits, whatever the precision allows.
import decimal
from decimal import *


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:200])
    except Exception as e:
        print(type(e).__name__, e)


c = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
setcontext(c)
D = Decimal
t(lambda: D(10) * 3)
t(lambda: D(10) // 3)
t(lambda: D(1) / 4)
t(lambda: D(10) % 3)
t(lambda: divmod(D(10), 3))
t(lambda: D(2) ** 100)
t(lambda: D(2) ** -3)
t(lambda: D(16).sqrt())
t(lambda: D("1e10") + 1)
t(lambda: D("1.5").quantize(D(1)))
t(lambda: D(5).normalize())
t(lambda: D(10).log10())
t(lambda: D(0).exp())
t(lambda: D(1).ln())
t(lambda: D("1e-5").to_integral_value())
t(lambda: D(3).fma(4, 5))
t(lambda: D(7).remainder_near(2))
t(lambda: D("1E+20").to_eng_string())
t(lambda: D(5).compare(6))
t(lambda: D(8) / 2)
t(lambda: D("1.20") + D("1.3"))
t(lambda: +D("1.10"))
t(lambda: -D(0))
t(lambda: abs(D(-3)))
t(lambda: round(D("2.675"), 2))
t(lambda: int(D("1e3")))
t(lambda: D("123.456").scaleb(3))
t(lambda: D(5).shift(2))
t(lambda: sum(map(D, range(10))))
t(lambda: D(100).sqrt())
t(lambda: D("0.25").sqrt())
t(lambda: D(0) ** 0)
t(lambda: D(10) ** 20)
t(lambda: D("-1") ** 3)
