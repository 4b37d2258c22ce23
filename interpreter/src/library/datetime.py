"""Dates, times of day, moments, spans of time, and zones.

https://docs.python.org/3.11/library/datetime.html. Now is what the virtual clock says; the local zone is UTC.
"""

from _types import static_type as _static_type, type_name as _type_name
import _calendar
import _time

__all__ = ('date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC')

MINYEAR = 1
MAXYEAR = 9999

_EPOCH_SECONDS = 1_000_000.0
_MICROS_A_DAY = 86_400_000_000


def _now():
    """Seconds since 1970."""
    return _EPOCH_SECONDS + _time.read()


def _divide_half_even(numerator, denominator):
    """The nearest whole number; halfway, the even one."""
    quotient, rest = divmod(numerator, denominator)
    rest *= 2
    if (rest > denominator if denominator > 0 else rest < denominator) or rest == denominator and quotient % 2:
        quotient += 1
    return quotient


@_static_type
class timedelta:
    """A span of time, of days, seconds and microseconds."""

    __slots__ = ('_micros', '_days', '_seconds', '_microseconds')

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        # Fractions of a microsecond, which are rounded together at the end.
        fractions = 0.0
        given = (microseconds, milliseconds, seconds, minutes, hours, days, weeks)
        for name, value, unit in zip(_UNIT_NAMES, given, _UNITS):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                part = (value - whole) * unit
                total += whole * unit + int(part)
                fractions += part - int(part)
            else:
                raise TypeError(f'unsupported type for timedelta {name} component: {type(value).__name__}')
        if fractions:
            # Halfway, the even sum.
            odd = total & 1
            total += round(fractions) if abs(fractions) % 1 != 0.5 else 2 * round((fractions + odd) * 0.5) - odd
        return cls._of(total)

    @classmethod
    def _of(cls, micros):
        """The span of so many microseconds."""
        days, rest = divmod(micros, _MICROS_A_DAY)
        if not -999999999 <= days <= 999999999:
            fits = -(2**31) <= days < 2**31
            raise OverflowError(f'days={days}; must have magnitude <= 999999999' if fits else 'Python int too large to convert to C int')
        self = object.__new__(cls)
        self._micros = micros
        self._days = days
        self._seconds, self._microseconds = divmod(rest, 1_000_000)
        return self

    days = property(lambda self: self._days)
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._microseconds)

    def total_seconds(self):
        return self._micros / 1_000_000

    def __repr__(self):
        parts = []
        for name, value in (('days', self._days), ('seconds', self._seconds), ('microseconds', self._microseconds)):
            if value:
                parts.append(f'{name}={value}')
        return f"{_class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f'{minutes // 60}:{minutes % 60:02d}:{seconds:02d}'
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f'.{self._microseconds:06d}'
        return text

    def __add__(self, other):
        return timedelta._of(self._micros + other._micros) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return timedelta._of(self._micros - other._micros) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return timedelta._of(other._micros - self._micros) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return timedelta._of(-self._micros)

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._micros))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._micros * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_half_even(self._micros * numerator, denominator))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._micros / other._micros
        if isinstance(other, int):
            return timedelta._of(_divide_half_even(self._micros, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_divide_half_even(self._micros * denominator, numerator))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._micros // other._micros
        if isinstance(other, int):
            return timedelta._of(self._micros // other)
        return NotImplemented

    def __mod__(self, other):
        return timedelta._of(self._micros % other._micros) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._micros, other._micros)
        return quotient, timedelta._of(rest)

    def __eq__(self, other):
        return self._micros == other._micros if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._micros < other._micros if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._micros <= other._micros if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._micros > other._micros if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._micros >= other._micros if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._micros != 0

    def __copy__(self):
        return type(self)(self._days, self._seconds, self._microseconds)

    def __deepcopy__(self, memo):
        return self.__copy__()


_UNIT_NAMES = ('microseconds', 'milliseconds', 'seconds', 'minutes', 'hours', 'days', 'weeks')
_UNITS = (1, 1_000, 1_000_000, 60_000_000, 3_600_000_000, _MICROS_A_DAY, 7 * _MICROS_A_DAY)

timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)


def _class_name(thing):
    cls = type(thing)
    return cls.__qualname__ if cls.__module__ == '__main__' else f'{cls.__module__}.{cls.__qualname__}'


@_static_type
class tzinfo:
    """What a zone is: to be inherited from."""

    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """The local moment of a moment in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc() requires a non-None utcoffset() result')
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc() requires a non-None dst() result')
        standard = offset - summer
        if standard:
            dt += standard
            summer = dt.dst()
        return dt + summer


@_static_type
class timezone(tzinfo):
    """A zone with one offset from UTC."""

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if name is not None and not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not -_MICROS_A_DAY < offset._micros < _MICROS_A_DAY:
            raise ValueError(f'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.')
        if name is None and not offset and 'utc' in cls.__dict__:
            return cls.utc
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        _check_zone_argument(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt):
        _check_zone_argument(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        _check_zone_argument(dt, 'dst')
        return None

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __copy__(self):
        return type(self)(self._offset) if self._name is None else type(self)(self._offset, self._name)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'{_class_name(self)}({self._offset!r})'
        return f'{_class_name(self)}({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)


def _zone_texts(moment, format):
    """What `%z` and `%Z` stand for. The zone is asked for what the format names alone, and in its order."""
    offset_text = name = ''
    for directive in sorted(['%z', '%Z'], key=format.find):
        if directive not in format:
            continue
        if directive == '%Z':
            name = moment.tzname() or ''
        else:
            offset = moment.utcoffset()
            offset_text = '' if offset is None else _offset_text(offset, '')
    return offset_text, name


def _check_zone_argument(dt, method):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _checked_offset(offset, method):
    """What a zone has answered, if it is an offset."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{_type_name(offset)}'")
    if not -86_400_000_000 < offset._micros < 86_400_000_000:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
    return offset


def _checked_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


def _offset_text(offset, colon=':'):
    """`+02:00`; seconds and microseconds only where there are any."""
    micros = offset._micros
    sign = '-' if micros < 0 else '+'
    seconds, micros = divmod(abs(micros), 1_000_000)
    text = f'{sign}{seconds // 3600:02d}{colon}{seconds // 60 % 60:02d}'
    if seconds % 60 or micros:
        text += f'{colon}{seconds % 60:02d}'
    if micros:
        text += f'.{micros:06d}'
    return text


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
    hour, minute, second, microsecond = _whole(hour), _whole(minute), _whole(second), _whole(microsecond)
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


def _check_timestamp(timestamp):
    if isinstance(timestamp, float) and timestamp != timestamp:
        raise ValueError('Invalid value NaN (not a number)')
    if not -(2**63) <= timestamp < 2**63:
        raise OverflowError('timestamp out of range for platform time_t')
    if not -62135596800 <= timestamp < 253402300800:
        days = timestamp // 86400 + _calendar.EPOCH_DAY
        raise ValueError(f'year {_calendar.from_ordinal(int(days))[0]} is out of range')


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
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f'Year is out of range: {year}')
        start = _calendar.iso_week_start(year)
        if not 1 <= week <= 53 or week == 53 and _calendar.iso_week_start(year + 1) == start + 52 * 7:
            raise ValueError(f'Invalid week: {week}')
        if not 1 <= day <= 7:
            raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
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

    def replace(self, year=None, month=None, day=None):
        return date.__new__(
            type(self), self._year if year is None else year, self._month if month is None else month, self._day if day is None else day
        )

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    __str__ = isoformat

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def ctime(self):
        return self.strftime('%a %b %e %H:%M:%S ') + f'{self._year:04d}'

    def strftime(self, format):
        return _calendar.strftime(format, self._year, self._month, self._day, 0, 0, 0, self.weekday(), self._yearday(), 0, '', '')

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
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


@_static_type
class time:
    """A time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            found, zone = _read_time(time_string[1:] if time_string[:1] == 'T' else time_string)
        except ValueError as error:
            raise error if error.args else ValueError(f'Invalid isoformat string: {time_string!r}') from None
        return cls(*found, tzinfo=zone)

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(None), 'utcoffset')

    def tzname(self):
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(None))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.dst(None), 'dst')

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return time.__new__(
            type(self),
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def isoformat(self, timespec='auto'):
        text = _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        if self._fold:
            parts.append('fold=1')
        return f"{_class_name(self)}({', '.join(parts)})"

    def strftime(self, format):
        return _calendar.strftime(
            format, 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, self._microsecond, *_zone_texts(self, format)
        )

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'must be str, not {type(format).__name__}')
        return self.strftime(format) if format else str(self)

    def __copy__(self):
        return type(self)(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def _micros(self):
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 1_000_000 + self._microsecond
        offset = self.utcoffset()
        return micros if offset is None else micros - offset._micros

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._micros() == other._micros()

    def _ordered(self, other):
        if not isinstance(other, time):
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return True

    def __lt__(self, other):
        return self._micros() < other._micros() if self._ordered(other) else NotImplemented

    def __le__(self, other):
        return self._micros() <= other._micros() if self._ordered(other) else NotImplemented

    def __gt__(self, other):
        return self._micros() > other._micros() if self._ordered(other) else NotImplemented

    def __ge__(self, other):
        return self._micros() >= other._micros() if self._ordered(other) else NotImplemented

    def __hash__(self):
        return hash(self._micros())


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _time_text(hour, minute, second, micro, timespec):
    """A time of day, as precise as asked for."""
    if timespec == 'auto':
        timespec = 'microseconds' if micro else 'seconds'
    if timespec == 'hours':
        return f'{hour:02d}'
    if timespec == 'minutes':
        return f'{hour:02d}:{minute:02d}'
    text = f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'seconds':
        return text
    if timespec == 'milliseconds':
        return f'{text}.{micro // 1000:03d}'
    if timespec == 'microseconds':
        return f'{text}.{micro:06d}'
    raise ValueError('Unknown timespec value')


# Reading ISO 8601. A ValueError without a message says: this is none.


def _number(text, digits):
    if len(text) != digits or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _read_date(text):
    """Year, month and day, and what follows them."""
    year = _number(text[:4], 4)
    dash = '-' if text[4:5] == '-' else ''
    at = 4 + len(dash)
    if text[at : at + 1] == 'W':
        week = _number(text[at + 1 : at + 3], 2)
        at += 3
        weekday = 1
        follows = text[at : at + 1 + len(dash)]
        if follows[: len(dash)] == dash and follows[len(dash) :].isdigit():
            weekday = int(follows[len(dash) :])
            at += 1 + len(dash)
        return date.fromisocalendar(year, week, weekday)._key(), text[at:]
    month = _number(text[at : at + 2], 2)
    at += 2
    if text[at : at + len(dash)] != dash:
        raise ValueError
    at += len(dash)
    return (year, month, _number(text[at : at + 2], 2)), text[at + 2 :]


def _read_time(text):
    """Hour, minute, second and microsecond, and the zone or None."""
    zone = None
    for place, char in enumerate(text):
        if char in '+-Z':
            zone = _read_zone(text[place:])
            text = text[:place]
            break
    return _read_clock(text), zone


def _read_clock(text):
    fields = [0, 0, 0, 0]
    whole, _, fraction = text.replace(',', '.').partition('.')
    separated = whole[2:3] == ':'
    parts = whole.split(':') if separated else [whole[at : at + 2] for at in range(0, len(whole), 2)]
    if not 1 <= len(parts) <= 3 or '.' in text.replace(',', '.') and (not fraction or len(parts) < 3):
        raise ValueError
    for place, part in enumerate(parts):
        fields[place] = _number(part, 2)
    if fraction:
        if not fraction.isascii() or not fraction.isdigit():
            raise ValueError
        fields[3] = int(fraction[:6].ljust(6, '0'))
    return fields


def _read_zone(text):
    if text == 'Z':
        return timezone.utc
    if text[:1] not in ('+', '-') or len(text) < 3:
        raise ValueError
    hours, minutes, seconds, micros = _read_clock(text[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
    return timezone(-offset if text[0] == '-' else offset)


@_static_type
class datetime(date):
    """A moment: a day and a time of day."""

    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold', '_hash')

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_now(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        moment = cls.utcfromtimestamp(timestamp)
        return moment if tz is None else tz.fromutc(moment.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        _check_timestamp(timestamp)
        # To the nearest microsecond; halfway, the even one.
        numerator, denominator = timestamp.as_integer_ratio()
        return cls._of(_calendar.EPOCH_DAY * _MICROS_A_DAY + _divide_half_even(numerator * 1_000_000, denominator))

    @classmethod
    def _of(cls, micros, tzinfo=None):
        """The moment so many microseconds after day 0."""
        days, micros = divmod(micros, _MICROS_A_DAY)
        if not 1 <= days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, micros = divmod(micros, 1_000_000)
        return cls(*_calendar.from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, micros, tzinfo)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(
            date.year,
            date.month,
            date.day,
            time.hour,
            time.minute,
            time.second,
            time.microsecond,
            time.tzinfo if tzinfo is True else tzinfo,
            fold=time.fold,
        )

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            day, rest = _read_date(date_string)
            if not rest:
                return cls(*day)
            # Any one character stands between the day and the time.
            if len(rest) < 3:
                raise ValueError
            clock, zone = _read_time(rest[1:])
            return cls(*day, *clock, tzinfo=zone)
        except ValueError as error:
            raise error if error.args else ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def strptime(cls, date_string, format):
        found = _calendar.strptime(date_string, format)
        zone = None
        if found['offset'] is not None:
            zone = (
                timezone(timedelta(seconds=found['offset']))
                if found['zone'] is None
                else timezone(timedelta(seconds=found['offset']), found['zone'])
            )
        return cls(found['year'], found['month'], found['day'], found['hour'], found['minute'], found['second'], found['micro'], zone)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timestamp(self):
        """Seconds since 1970."""
        return (self._utc_micros() - _calendar.EPOCH_DAY * _MICROS_A_DAY) / 1_000_000

    def timetuple(self):
        from time import struct_time

        summer = self.dst()
        return struct_time(
            (
                self._year,
                self._month,
                self._day,
                self._hour,
                self._minute,
                self._second,
                self.weekday(),
                self._yearday(),
                -1 if summer is None else int(bool(summer)),
            )
        )

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self if offset is None else self - offset
        from time import struct_time

        return struct_time((*moment.timetuple()[:8], 0))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return datetime.__new__(
            type(self),
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    def utcoffset(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.utcoffset(self), 'utcoffset')

    def tzname(self):
        return None if self._tzinfo is None else _checked_name(self._tzinfo.tzname(self))

    def dst(self):
        return None if self._tzinfo is None else _checked_offset(self._tzinfo.dst(self), 'dst')

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        zone = timezone(timedelta(0), 'UTC') if tz is None else tz
        _check_zone(zone)
        if self._tzinfo is zone:
            return self
        offset = self.utcoffset()
        in_utc = self if offset is None else self - offset
        return zone.fromutc(in_utc.replace(tzinfo=zone))

    def isoformat(self, sep='T', timespec='auto'):
        text = date.isoformat(self) + sep + _time_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        offset = self.utcoffset()
        return text if offset is None else text + _offset_text(offset)

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        parts = [str(part) for part in parts]
        if self._fold:
            parts.append('fold=1')
        if self._tzinfo is not None:
            parts.append(f'tzinfo={self._tzinfo!r}')
        return f"{_class_name(self)}({', '.join(parts)})"

    def strftime(self, format):
        self.dst()
        return _calendar.strftime(
            format,
            self._year,
            self._month,
            self._day,
            self._hour,
            self._minute,
            self._second,
            self.weekday(),
            self._yearday(),
            self._microsecond,
            *_zone_texts(self, format),
        )

    def _micros(self):
        """Microseconds since day 0, by its own clock."""
        seconds = ((self.toordinal() * 24 + self._hour) * 60 + self._minute) * 60 + self._second
        return seconds * 1_000_000 + self._microsecond

    def _utc_micros(self):
        offset = self.utcoffset()
        return self._micros() if offset is None else self._micros() - offset._micros

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._of(self._micros() + other._micros, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() - other._micros, self._tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._of(self._micros() - other._micros())
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is None and its is None:
            return timedelta._of(self._micros() - other._micros())
        if mine is None or its is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta._of(self._micros() - mine._micros - other._micros() + its._micros)

    def _fields(self):
        fields = *self._key(), self._hour, self._minute, self._second, self._microsecond
        return fields if self._tzinfo is None else (*fields, self._tzinfo)

    def __copy__(self):
        made = type(self)(*self._fields())
        made._fold = self._fold
        return made

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if self._tzinfo is other._tzinfo:
            return self._micros() == other._micros()
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is None or its is None:
            return mine is its and self._micros() == other._micros()
        # Where the offsets differ, CPython asks for them once more.
        if self._micros() != other._micros() if mine == its else self - other:
            return False
        # What one of the zones tells twice, or not at all, is equal to nothing in another one.
        return not self._depends_on_fold(mine) and not other._depends_on_fold(its)

    def _depends_on_fold(self, offset):
        return self.replace(fold=1 - self._fold).utcoffset() != offset

    def _difference(self, other):
        """How many microseconds it is later; None where they can't be compared."""
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(
                    f"can't compare {type(self).__module__}.{type(self).__qualname__} to "
                    f'{type(other).__module__}.{type(other).__qualname__}'
                )
            return None
        if self._tzinfo is other._tzinfo:
            return self._micros() - other._micros()
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is None and its is None:
            return self._micros() - other._micros()
        if mine is None or its is None:
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._micros() - other._micros() if mine == its else (self - other)._micros

    def __lt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference < 0

    def __le__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference <= 0

    def __gt__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference > 0

    def __ge__(self, other):
        difference = self._difference(other)
        return NotImplemented if difference is None else difference >= 0

    def __hash__(self):
        try:
            return self._hash
        except AttributeError:
            self._hash = hash((self.replace(fold=0) if self._fold else self)._utc_micros())
        return self._hash


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)

# CPython's words for wrong arguments to these: it has told them no name.
for _class in (date, time, datetime):
    _class.__new__.__qualname__ = 'function.__new__'
timedelta.__new__.__qualname__ = '__new__.__new__'
del _class
