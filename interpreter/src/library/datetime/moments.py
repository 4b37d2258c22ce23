# Moments: dates with a time of day.

# What parameters of methods hide.
_Day, _TimeOfDay = date, time


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
        _check_argument('combine', 1, date, _Day)
        _check_argument('combine', 2, time, _TimeOfDay)
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
        _check_argument('strptime', 1, date_string, str)
        _check_argument('strptime', 2, format, str)
        found = _calendar.strptime(date_string, format)
        zone = None
        if found['offset'] is not None:
            zone = (
                timezone(timedelta(microseconds=found['offset']))
                if found['zone'] is None
                else timezone(timedelta(microseconds=found['offset']), found['zone'])
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
        if self._tzinfo is not None and self.utcoffset() is None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
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

    def replace(self, year=..., month=..., day=..., hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...):
        return datetime.__new__(
            type(self),
            self._year if year is ... else year,
            self._month if month is ... else month,
            self._day if day is ... else day,
            self._hour if hour is ... else hour,
            self._minute if minute is ... else minute,
            self._second if second is ... else second,
            self._microsecond if microsecond is ... else microsecond,
            self._tzinfo if tzinfo is ... else tzinfo,
            fold=self._fold if fold is ... else fold,
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
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {type(sep).__name__}')
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
        _check_argument('strftime', 1, format, str)
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
