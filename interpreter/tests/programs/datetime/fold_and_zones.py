"""Hours that a clock shows twice: fold in comparisons and hashes; moments of one zone are compared by their own clock."""

import datetime as dt


class Town(dt.tzinfo):
    """Two offsets: by fold."""

    asked = 0

    def utcoffset(self, moment):
        Town.asked += 1
        return dt.timedelta(hours=-5 if moment.fold else -4)

    def dst(self, moment):
        return dt.timedelta(0)

    def tzname(self, moment):
        return 'Town'


town = Town()
first = dt.datetime(2002, 10, 27, 1, 45, tzinfo=town)
second = first.replace(fold=1)
print(first == second, hash(first) == hash(second), first < second, first - second)
print(first == first.astimezone(dt.timezone.utc), second.utcoffset(), first.utcoffset())
before = Town.asked
print(first <= second, first != second, Town.asked - before)
plain = dt.datetime(2002, 10, 27, 1, 45)
print(plain == first, plain == dt.datetime(2002, 10, 27, 1, 45, fold=1), plain != first)
for call in (lambda: plain < first, lambda: plain - first,):
    try:
        print(call())
    except TypeError as error:
        print(error)
for call in (lambda: dt.date(2020, 1, 1) - plain, lambda: plain - dt.date(2020, 1, 1), lambda: plain < dt.date(2020, 1, 1)):
    try:
        print(call())
    except TypeError as error:
        print(type(error).__name__)
print(plain == dt.date(2002, 10, 27), dt.date(2020, 1, 1) == 5)


class Switching(dt.tzinfo):
    """Asks itself, by comparing moments of its own zone."""

    def utcoffset(self, moment):
        return dt.timedelta(hours=2 if moment >= dt.datetime(2020, 6, 1, tzinfo=self) else 1)

    def dst(self, moment):
        return None


print(dt.datetime(2020, 1, 1, tzinfo=Switching()).isoformat(), dt.datetime(2020, 7, 1, tzinfo=Switching()).isoformat())
print(dt.datetime(2020, 1, 1, tzinfo=dt.timezone.utc) == dt.datetime(2020, 1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1))))
