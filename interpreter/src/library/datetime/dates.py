# Dates.


def _whole(value):
    if not hasattr(value, '__index__'):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    value = value.__index__()
    if not -(2**31) <= value < 2**31:
        if not -(2**63) <= value < 2**63:
            raise OverflowError('Python int too large to convert to C long')
        raise OverflowError(f"signed integer is {'greater than maximum' if value > 0 else 'less than minimum'}")
    return value


def _check_date(year, month, day):
    year, month, day = _whole(year), _whole(month), _whole(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _calendar.days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond, fold = _whole(hour), _whole(minute), _whole(second), _whole(microsecond), _whole(fold)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond


def _check_argument(function, position, value, kind):
    """An argument of the type that CPython reads it as."""
    if not isinstance(value, kind):
        wanted = kind.__name__ if kind is str else f'datetime.{kind.__name__}'
        raise TypeError(f'{function}() argument {position} must be {wanted}, not {None if value is None else _type_name(value)}')


def _check_timestamp(timestamp):
    if not isinstance(timestamp, (int, float)) and not hasattr(timestamp, '__index__'):
        raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
    if isinstance(timestamp, float) and timestamp != timestamp:
        raise ValueError('Invalid value NaN (not a number)')
    if not -(2**63) <= timestamp < 2**63:
        raise OverflowError('timestamp out of range for platform time_t')
    if not -62135596800 <= timestamp < 253402300800:
        days = timestamp // 86400 + _calendar.EPOCH_DAY
        year = _calendar.from_ordinal(int(days))[0]
        if not -(2**31) <= year - 1900 < 2**31:
            # More than C has room for.
            raise OSError(75, 'Value too large for defined data type')
        raise ValueError(f'year {year} is out of range')


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


class _IsoCalendarDate(tuple):
    """A year, week and weekday as ISO counts them."""

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'

    def __reduce__(self):
        return tuple, (tuple(self),)


_IsoCalendarDate.__name__ = _IsoCalendarDate.__qualname__ = 'IsoCalendarDate'
_static_type(_IsoCalendarDate)


@_static_type
class date:
    """A day."""

    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        _check_timestamp(timestamp)
        return cls.fromordinal(_calendar.EPOCH_DAY + int(timestamp // 86400))

    @classmethod
    def fromordinal(cls, n, /):
        """The day of a number; 1 is 1 January of the year 1."""
        n = _whole(n)
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        if n > 3652059:
            raise ValueError(f'year {_calendar.from_ordinal(n)[0]} is out of range')
        return cls(*_calendar.from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found, rest = _read_date(date_string)
            if rest:
                raise ValueError
            return cls(*found)
        except ValueError as error:
            raise error if error.args else ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        year, week, day = _whole(year), _whole(week), _whole(day)
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        start = _calendar.iso_week_start(year)
        if not 1 <= week <= 53 or week == 53 and _calendar.iso_week_start(year + 1) == start + 52 * 7:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid day: {day} (range is [1, 7])')
        return cls.fromordinal(start + (week - 1) * 7 + day - 1)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def toordinal(self):
        return _calendar.ordinal(self._year, self._month, self._day)

    def weekday(self):
        """0 is Monday."""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """1 is Monday."""
        return self.weekday() + 1

    def isocalendar(self):
        return _IsoCalendarDate(_calendar.iso_week(self._year, self._month, self._day))

    def timetuple(self):
        from time import struct_time

        return struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), -1))

    def _yearday(self):
        return _calendar.day_of_year(self._year, self._month, self._day)

    def replace(self, year=..., month=..., day=...):
        return date.__new__(
            type(self), self._year if year is ... else year, self._month if month is ... else month, self._day if day is ... else day
        )

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return self.strftime('%a %b %e %H:%M:%S ') + f'{self._year:04d}'

    def strftime(self, format):
        _check_argument('strftime', 1, format, str)
        return _calendar.strftime(format, self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), 0, '', '')

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        number = self.toordinal() + other._days
        if not 1 <= number <= 3652059:
            raise OverflowError('date value out of range')
        return type(self).fromordinal(number)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date) and not isinstance(other, datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __copy__(self):
        return type(self)(*self._fields())

    def __deepcopy__(self, memo):
        return self.__copy__()

    def _fields(self):
        """What makes another of it."""
        return self._key()

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, date) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, date) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, date) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, date) else NotImplemented

    def __hash__(self):
        return hash(self._key())
