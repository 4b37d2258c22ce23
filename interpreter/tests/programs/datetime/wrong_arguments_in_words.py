"""What methods of `datetime` say of arguments of a wrong type."""

from datetime import date, datetime, time, timedelta, timezone


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for function in (
    lambda: timezone.utc.tzname(),
    lambda: timezone.utc.utcoffset(5),
    lambda: timezone.utc.dst(),
    lambda: date.fromtimestamp("a"),
    lambda: datetime.fromtimestamp("a"),
    lambda: datetime.fromtimestamp([]),
    lambda: datetime.fromtimestamp(True),
    lambda: datetime.fromtimestamp(1.5, timezone.utc),
    lambda: date.fromordinal("a"),
    lambda: date.fromordinal(1.0),
    lambda: date.fromordinal(True),
    lambda: date.fromisocalendar(2020, 1, 8),
    lambda: date.fromisocalendar(2020, 54, 1),
    lambda: date(2020, 1, 1).strftime(5),
    lambda: datetime(2020, 1, 1).strftime(None),
    lambda: time(1).strftime(b"%H"),
    lambda: datetime.strptime(5, "%Y"),
    lambda: datetime.strptime("2020", None),
    lambda: datetime.combine(1, 2),
    lambda: datetime.combine(date(2020, 1, 1), timedelta(1)),
    lambda: datetime.combine(datetime(2020, 1, 1, 5), time(6)),
    lambda: datetime(2020, 1, 1).isoformat("ab"),
    lambda: datetime(2020, 1, 1).isoformat(5),
    lambda: datetime(2020, 1, 1).isoformat(" "),
    lambda: datetime(2020, 1, 1).isoformat(sep="_"),
):
    told(function)
