def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except Exception as error:
            print(type(error).__name__, error)


import time as clock
from datetime import date, datetime, time, timedelta, timezone, tzinfo


class Wrong(tzinfo):
    """A zone that answers anything."""

    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, moment):
        return self.answer

    dst = tzname = utcoffset

    def __repr__(self):
        return 'Wrong()'


class Moment(datetime):
    pass


for answer in ('x', 5, timedelta(days=1), timedelta(days=-1), timedelta(seconds=1), None):
    moment = datetime(2020, 1, 1, tzinfo=Wrong(answer))
    show(
        lambda: moment.utcoffset(),
        lambda: moment.dst(),
        lambda: moment.tzname(),
        lambda: moment.isoformat(),
        lambda: moment == datetime(2020, 1, 1, tzinfo=timezone.utc),
        lambda: time(1, tzinfo=Wrong(answer)).utcoffset(),
    )

show(
    lambda: Moment(2020, 1, 1, fold=1, tzinfo=Wrong(None)),
    lambda: time(1, fold=1, tzinfo=Wrong(None)),
)

for text, form in [
    ('2020-53-1', '%G-%V-%u'),
    ('2021-53-1', '%G-%V-%u'),
    ('2021-01-1', '%G-%V-%u'),
    ('2020 5', '%G %V'),
    ('5', '%V'),
    ('2020 5 1', '%Y %V %u'),
    ('2020 5 1 7', '%G %V %u %j'),
    ('366 2021', '%j %Y'),
    ('366 2020', '%j %Y'),
    ('2020 W05 1', '%Y W%W %w'),
]:
    show(lambda: datetime.strptime(text, form).isoformat(), lambda: tuple(clock.strptime(text, form)))


class Counted(datetime):
    """`replace` does not ask `__new__`, sums do."""

    def __new__(cls, day):
        print('made')
        return super().__new__(cls, 2000, 1, day)


class Day(date):
    def __new__(cls, day):
        return super().__new__(cls, 2000, 1, day)


show(lambda: Counted(5).replace(day=3), lambda: Day(4).replace(year=2001), lambda: Counted(5) + timedelta(1), lambda: Day(4) + timedelta(1))
