# Times of day.


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

    def replace(self, hour=..., minute=..., second=..., microsecond=..., tzinfo=..., *, fold=...):
        return time.__new__(
            type(self),
            self._hour if hour is ... else hour,
            self._minute if minute is ... else minute,
            self._second if second is ... else second,
            self._microsecond if microsecond is ... else microsecond,
            self._tzinfo if tzinfo is ... else tzinfo,
            fold=self._fold if fold is ... else fold,
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
        _check_argument('strftime', 1, format, str)
        return _calendar.strftime(
            format, 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, self._microsecond, *_zone_texts(self, format)
        )

    def __format__(self, format):
        if not isinstance(format, str):
            raise TypeError(f'__format__() argument 1 must be str, not {type(format).__name__}')
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
