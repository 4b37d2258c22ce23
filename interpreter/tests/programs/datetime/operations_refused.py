# Operations and methods: what fits, what does not, and zones that answer nonsense.
from datetime import *

Clock = time


def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


d, n, tm, td, u = (
    date(2020, 1, 31),
    datetime(2020, 1, 31, 1, 2, 3, 4),
    Clock(1, 2, 3, 4),
    timedelta(1, 2, 3),
    timezone.utc,
)
a = n.replace(tzinfo=u)
t(d.replace, month=2)
t(d.replace, year=10**12)
t(d.replace, day="a")
t(d.replace, foo=1)
t(d.replace, 1, 2, 3, 4)
t(n.replace, tzinfo=5)
t(n.replace, hour=24)
t(n.replace, fold=7)
t(tm.replace, hour=25)
t(tm.replace, tzinfo=1)
t(d.replace, None)
t(n.replace, None)
for f in (
    lambda: d + 1,
    lambda: 1 + d,
    lambda: d + d,
    lambda: d - 1,
    lambda: d - n,
    lambda: n - d,
    lambda: n - a,
    lambda: a - n,
    lambda: n < a,
    lambda: n == a,
    lambda: d < 5,
    lambda: tm < 5,
    lambda: tm - tm,
    lambda: tm + td,
    lambda: td + 1,
    lambda: td * td,
    lambda: td * 1.5,
    lambda: td * "a",
    lambda: td / 0,
    lambda: td // 0,
    lambda: td % timedelta(0),
    lambda: divmod(td, timedelta(0)),
    lambda: td / "a",
    lambda: td // 1.5,
    lambda: td / 1.5,
    lambda: td / timedelta(0),
    lambda: td < 5,
    lambda: 5 / td,
    lambda: td % 5,
    lambda: divmod(td, 5),
    lambda: td * float("nan"),
    lambda: td * float("inf"),
    lambda: td / 0.0,
    lambda: timedelta.max + td,
    lambda: -timedelta.max - td,
    lambda: date.max + td,
    lambda: date.min - td,
    lambda: datetime.max + td,
    lambda: datetime.min - td,
    lambda: d - date,
    lambda: tm < Clock(1, tzinfo=u),
    lambda: Clock(1, tzinfo=u) == tm,
    lambda: u < u,
    lambda: abs(timedelta.min),
    lambda: -timedelta.min,
    lambda: date.max + timedelta.max,
    lambda: td * 10**10,
    lambda: td**2,
    lambda: td - d,
    lambda: td - n,
    lambda: td + n,
    lambda: td + d,
    lambda: bool(timedelta(0)),
    lambda: round(td),
    lambda: int(td),
    lambda: hash(td) == hash(timedelta(1, 2, 3)),
    lambda: +td,
    lambda: ~td,
):
    t(f)
t(n.astimezone, 5)
t(n.astimezone)
t(n.astimezone, None)
t(a.astimezone, timezone(timedelta(hours=5, minutes=30)))
t(datetime.min.replace(tzinfo=u).astimezone, timezone(timedelta(hours=-5)))
t(datetime.combine, d)
t(datetime.combine, d, d)
t(datetime.combine, tm, d)
t(datetime.combine, d, tm, 5)
t(datetime.combine, d, tm, u)
t(datetime.combine, n, tm)
t(datetime.combine, date=d, time=tm)
t(format, d, "%d")
t(format, d, "")
t(format, d, 5)
t(d.__format__, 5)
t(datetime.strptime, "2020", "%Y-%m")
t(datetime.strptime, "2020-1-x", "%Y-%m")
t(datetime.strptime, "2020", "%q")
t(datetime.strptime, "2020", "%")
t(datetime.strptime, 5, "%Y")
t(datetime.strptime, "2020", 5)
t(datetime.strptime, "2021-02-30", "%Y-%m-%d")
t(datetime.strptime, "12 Jan 2020 03:04 PM +0530", "%d %b %Y %I:%M %p %z")
t(datetime.strptime, "2020 1", "%Y %W")
t(datetime.strptime, "2020 01 1", "%G %V %u")
t(datetime.strptime, "01", "%V")
t(datetime.strptime, "2020 1", "%G %j")
t(datetime.strptime, "x2020", "x%Y")
t(datetime.strptime, "", "")
t(datetime.strptime, "99", "%y")
t(datetime.strptime, "12:00:00.1", "%H:%M:%S.%f")
t(datetime.strptime, "2020-366", "%Y-%j")
t(datetime.strptime, "UTC", "%Z")
t(datetime.strptime, "+25:00", "%z")
t(datetime.strptime, "25", "%H")


class Bad(tzinfo):
    def __init__(self, v):
        self.v = v

    def utcoffset(self, x):
        return self.v

    def tzname(self, x):
        return self.v

    def dst(self, x):
        return self.v


for v in (5, timedelta(1), timedelta(days=-1), "x", None, timedelta(hours=1), timedelta(microseconds=1)):
    b = n.replace(tzinfo=Bad(v))
    t(b.utcoffset)
    t(b.tzname)
    t(b.dst)
    t(b.isoformat)
    t(lambda: b < b.replace(tzinfo=u))
    t(b.timestamp)
    t(lambda: hash(b) is not None)
    t(b.astimezone, u)
    t(tm.replace(tzinfo=Bad(v)).utcoffset)
    t(b.utctimetuple)
    t(b.timetuple)
t(n.isoformat, "xx")
t(n.isoformat, 5)
t(n.isoformat, timespec="q")
t(n.isoformat, " ", "hours")
t(n.isoformat, timespec="milliseconds")
t(tm.isoformat, "minutes")
t(tm.isoformat, "z")
t(lambda: setattr(d, "year", 5))
t(lambda: d.foo)
t(lambda: delattr(n, "hour"))
t(lambda: setattr(n, "x", 1))
t(lambda: setattr(u, "x", 1))
t(d.isocalendar)
t(lambda: d.isocalendar().week)
t(lambda: d.timetuple())
t(d.ctime)
t(d.toordinal)
t(lambda: n.date(5))
t(d.weekday, 1)
t(lambda: (timedelta.resolution, timedelta.min, datetime.max, time.min, date.resolution, timezone.min, timezone.max))
t(repr, u)
t(str, timezone(timedelta(hours=-3, seconds=5)))
t(lambda: timezone(timedelta(hours=1), "name"))
t(lambda: hash(u) == hash(timezone(timedelta(0))))
t(lambda: u == timezone(timedelta(0), "x"))
t(lambda: timezone(timedelta(0)) is u)


class D(date):
    pass


t(lambda: D(2020, 1, 1) + td)
t(lambda: D(2020, 1, 1).replace(day=2))
t(lambda: D.fromisoformat("2020-01-01"))
