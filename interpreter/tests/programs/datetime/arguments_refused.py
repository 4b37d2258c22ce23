# Arguments that the constructors, and what reads texts and numbers, refuse.
import datetime as dt
from datetime import *


def t(f, *a, **k):
    try:
        print(str(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


t(date)
t(date, 2020)
t(date, 2020, 1)
t(date, 2020, 1, 1, 1)
t(date, 0, 1, 1)
t(date, 10000, 1, 1)
t(date, 2020, 13, 1)
t(date, 2020, 0, 1)
t(date, 2021, 2, 29)
t(date, "2020", 1, 1)
t(date, 2020.0, 1, 1)
t(date, 2020, 1, day=None)
t(date, year=2020, month=1, day=1)
t(date, 2020, 1, 1, foo=1)
t(date, True, True, True)
t(date, 10**20, 1, 1)
t(time, 24)
t(time, -1)
t(time, 1, 60)
t(time, 1, 1, 60)
t(time, 1, 1, 1, 10**6)
t(time, "a")
t(time, 1.5)
t(time, 1, tzinfo=5)
t(time, 1, fold=2)
t(time, 1, 2, 3, 4, None, 5)
t(time, 1, fold="a")
t(datetime)
t(datetime, 2020, 1)
t(datetime, 2020, 1, 1, 24)
t(datetime, 2020, 1, 1, 1, 60)
t(datetime, 2020, 1, 1, tzinfo="x")
t(datetime, 2020, 1, 1, fold=3)
t(datetime, 2020, 1, 32)
t(datetime, None, 1, 1)
t(timedelta, "a")
t(timedelta, None)
t(timedelta, days="x")
t(timedelta, 10**10)
t(timedelta, 999999999, 86400)
t(timedelta, foo=1)
t(timedelta, 1, 2, 3, 4, 5, 6, 7, 8)
t(timedelta, float("nan"))
t(timedelta, float("inf"))
t(timedelta, hours=1e300)
t(timedelta, 1j)
t(timezone)
t(timezone, 5)
t(timezone, timedelta(1))
t(timezone, timedelta(0), 5)
t(timezone, timedelta(hours=24))
t(timezone, timedelta(hours=-24))
t(timezone, timedelta(0), "x", "y")
t(timezone, timedelta(seconds=1))
t(timezone, offset=timedelta(0))
t(timezone, timedelta(0), None)
t(timezone.utc.utcoffset, 5)
t(timezone.utc.tzname, 5)
t(timezone.utc.dst, 5)
t(timezone.utc.utcoffset)
t(timezone.utc.fromutc, 5)
t(timezone.utc.fromutc, datetime(2020, 1, 1))
t(timezone.utc.fromutc, datetime(2020, 1, 1, tzinfo=timezone.utc))
z = tzinfo()
t(z.utcoffset, None)
t(z.tzname, None)
t(z.dst, None)
t(z.fromutc, None)
t(z.fromutc, datetime(2020, 1, 1))
t(z.fromutc, datetime(2020, 1, 1, tzinfo=z))
t(date.fromtimestamp, "a")
t(date.fromtimestamp, 1e20)
t(date.fromtimestamp, float("nan"))
t(date.fromtimestamp, None)
t(datetime.fromtimestamp, 1e20)
t(datetime.fromtimestamp, "a")
t(datetime.fromtimestamp, 0, 5)
t(datetime.fromtimestamp, float("inf"))
t(datetime.utcfromtimestamp, 1e18)
t(datetime.fromtimestamp, 0, tz=timezone.utc)
t(datetime.fromtimestamp, -1e20)
t(datetime.fromtimestamp, 253402300800)
t(date.fromordinal, 0)
t(date.fromordinal, 10**7)
t(date.fromordinal, "a")
t(date.fromordinal, 1.0)
t(date.fromordinal, 10**20)
for s in (
    "",
    "2020",
    "2020-13-01",
    "2020-02-30",
    "20200101",
    "2020-W01",
    "2020-W01-1",
    "2020W011",
    "2020-W54-1",
    "2020-W01-8",
    "2020-1-1",
    "abc",
    "2020-01-01T00:00",
    5,
    None,
    "2020-01-0１",
):
    t(date.fromisoformat, s)
for s in (
    "",
    "2020",
    "2020-01-01",
    "2020-01-01T",
    "2020-01-01T25",
    "2020-01-01 10:20:30.123456789",
    "2020-01-01T10:20+05:30",
    "2020-01-01T10:20Z",
    "2020-01-01T10:20+25:00",
    "20200101T102030",
    "2020-01-01T10:2",
    "2020-01-01T10:20:30,5",
    "2020-01-01X10",
    5,
    "2020-W05-3T10:00",
    "2020-01-01T24:00",
):
    t(datetime.fromisoformat, s)
for s in (
    "",
    "10",
    "10:20",
    "1020",
    "T10:20",
    "10:20:30.1",
    "25:00",
    "10:60",
    "10:20:30+01",
    "x",
    5,
    "10:20:30.",
    "10:20:30+",
    "10.5",
):
    t(time.fromisoformat, s)
t(date.fromisocalendar, 2020, 54, 1)
t(date.fromisocalendar, 2020, 1, 8)
t(date.fromisocalendar, 0, 1, 1)
t(date.fromisocalendar, 2020, 53, 1)
t(date.fromisocalendar, 2021, 53, 1)
t(date.fromisocalendar, "a", 1, 1)
t(date.fromisocalendar, 2020, 1)
t(date.fromisocalendar, 9999, 52, 7)
t(date.fromisocalendar, year=2020, week=1, day=1)
