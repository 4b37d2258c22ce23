# Contexts and numbers: what they refuse, and in which words.
import decimal
from decimal import *


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k))[:300])
    except Exception as e:
        print(type(e).__name__, e)


t(Context, prec=0)
t(Context, prec=MAX_PREC + 1)
t(Context, prec="a")
t(Context, rounding="x")
t(Context, Emin=1)
t(Context, Emax=-1)
t(Context, capitals=2)
t(Context, clamp=5)
t(Context, traps=5)
t(Context, traps=[5])
t(Context, flags={})
t(Context)
c = getcontext()
for n, v in dict(prec=0, Emin=1, Emax=-1, rounding="q", capitals=3, clamp=2, foo=1, traps=5, flags=3).items():
    t(setattr, c, n, v)
t(delattr, c, "prec")
t(lambda: c.foo)
t(setcontext, 5)
t(localcontext, 5)
t(localcontext, prec=5)
t(localcontext, c, prec=2)
t(localcontext, foo=5)
t(getcontext, 5)
with localcontext() as l:
    l.prec = 5
    print(Decimal(1) / 3)
with localcontext(prec=3) as l:
    print(Decimal(1) / 3, l.prec)
with localcontext(Context(prec=2, rounding=ROUND_UP)):
    print(Decimal(1) / 3)
for s in (
    "",
    "x",
    "1.2.3",
    "1e",
    "--1",
    "1_000",
    " 5 ",
    "nan5",
    "sNaN",
    "-inf",
    "infinity",
    "1e1000000",
    "٣",
    "1__0",
    ".",
    ".5",
    "5.",
    "+1",
    "1e+",
    (0, (1, 2), 3),
    (0, (1, 2), "F"),
    (2, (1,), 0),
    (0, (10,), 0),
    (0, 5, 0),
    (1, 2),
    [0, [1], 0],
    1.1,
    float("nan"),
    1j,
    None,
    True,
    b"5",
):
    t(Decimal, s)
t(Decimal, 1, 2)
t(Decimal, "1", context=c)
t(Decimal, value="7")
t(Decimal)
D = Decimal
for f in (
    lambda: D(1) / 0,
    lambda: D(0) / 0,
    lambda: D(1) // 0,
    lambda: D(1) % 0,
    lambda: D(0) ** 0,
    lambda: D(-1).sqrt(),
    lambda: D(-1).ln(),
    lambda: D(0).ln(),
    lambda: D(1) + 1.0,
    lambda: D(1) < 1.5,
    lambda: D(1) == 1.0,
    lambda: D(1) + "a",
    lambda: D(1) < "a",
    lambda: D("nan") < 1,
    lambda: D("nan") == 1,
    lambda: D("snan") + 1,
    lambda: D("snan") == 1,
    lambda: D("inf") - D("inf"),
    lambda: D("inf") * 0,
    lambda: int(D("inf")),
    lambda: int(D("nan")),
    lambda: D("1e999999") * 10**5,
    lambda: D("1e-999999") / 10**50,
    lambda: D(5).quantize(D("1e-40")),
    lambda: D("1.5").quantize("a"),
    lambda: D(5).quantize(1, rounding="x"),
    lambda: D(5).as_tuple(),
    lambda: D("1.5").as_integer_ratio(),
    lambda: D("inf").as_integer_ratio(),
    lambda: D("nan").as_integer_ratio(),
    lambda: hash(D("snan")),
    lambda: D(1).foo,
    lambda: D(1).compare("a"),
    lambda: round(D("1.5"), "a"),
    lambda: format(D(1), "q"),
    lambda: format(D("1234.5"), ",.3f"),
    lambda: f"{D('1e5'):g} {D('0.00001'):e} {D(5):>10} {D('0.5'):%}",
    lambda: D.from_float(5),
    lambda: D.from_float("a"),
    lambda: D.from_float(0.1),
    lambda: D(5).logical_and(1),
    lambda: D(101).logical_and(110),
    lambda: D(5).rotate(100),
    lambda: D(5).shift("a"),
    lambda: pow(D(2), 3, 5),
    lambda: pow(D(2), 3, 0),
    lambda: pow(D(2), D("0.5"), 3),
    lambda: D(2) ** D("0.5"),
    lambda: D(-2) ** D("0.5"),
    lambda: D(1) & 1,
    lambda: ~D(1),
    lambda: D(1).is_finite(),
    lambda: D(1).is_normal(),
    lambda: D(-0).is_signed(),
    lambda: D("-0").is_signed(),
    lambda: D(123).adjusted(),
    lambda: complex(D(1)),
    lambda: float(D("snan")),
    lambda: D(1).number_class(),
    lambda: D(5).max(6),
    lambda: D(5).min("a"),
    lambda: D(5).same_quantum(6),
    lambda: D(1).copy_sign(-1),
    lambda: D(1).radix(),
    lambda: D(1).canonical(),
    lambda: setattr(D(1), "x", 1),
    lambda: divmod(D(1), 0),
):
    t(f)
t(lambda: c.divide(1, 3))
t(lambda: c.add(1, "a"))
t(lambda: c.create_decimal("1.23456789012345678901234567890"))
t(lambda: c.create_decimal_from_float(0.1))
t(c.copy)
t(lambda: c.flags[Inexact])
t(c.clear_flags)
t(lambda: c.Etiny())
t(lambda: c.Etop())
t(lambda: c.power(2, 3))
t(lambda: c.to_sci_string(D(5)))
t(lambda: c.quantize(D("1.55"), D("0.1")))
print(c, BasicContext, ExtendedContext, DefaultContext)
t(lambda: decimal.HAVE_THREADS)
t(lambda: decimal.__version__)
t(lambda: [x.__name__ for x in DivisionByZero.__mro__])
