"""What dates, times and zones refuse, and in which words."""

import datetime as dt

calls = [
    lambda: dt.date(2020), lambda: dt.date(), lambda: dt.date(2020, 1, 2, 3), lambda: dt.date(2020, 1, dy=2), lambda: dt.datetime(2020, 1),
    lambda: dt.timezone(5), lambda: dt.timezone(), lambda: dt.date.fromtimestamp(1e200), lambda: dt.datetime.fromtimestamp(1e200),
    lambda: dt.timezone.utc.fromutc(dt.datetime(2020, 1, 1)), lambda: dt.timezone.utc.fromutc(5), lambda: dt.date(2020, 1, 1).replace(year=10**12),
    lambda: dt.date(10**30, 1, 1), lambda: dt.date(-10**12, 1, 1), lambda: dt.date('2020', 1, 1), lambda: dt.date(2020, 1.0, 1),
    lambda: dt.timedelta(1, 2, 3, 4, 5, 6, 7, 8), lambda: dt.timedelta(day=1), lambda: dt.date(2020, 2, 30), lambda: dt.time(24),
    lambda: dt.date.fromisoformat(5), lambda: dt.time(1).tzname(1),
]
for call in calls:
    try:
        print(call())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(type(dt.tzinfo()).__name__)
