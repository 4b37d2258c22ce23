"""Clocks, of virtual time: sleeping moves them, and costs nothing. So does reading them very often at one instant.

https://docs.python.org/3.11/library/time.html. The calendar's clock begins at 1,000,000 s, the others at 0; the zone is UTC.
"""

from _types import builtin_function as _builtin_function, final as _final, static_type as _static_type
import _structseq
import _time

_EPOCH = 1_000_000.0

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')
CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1


def sleep(seconds, /):
    """Moves the clocks."""
    if not isinstance(seconds, (int, float)) and not hasattr(seconds, '__index__') and not hasattr(seconds, '__float__'):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if seconds < 0:
        raise ValueError('sleep length must be non-negative')
    _time.sleep(float(seconds))


def time():
    """Seconds since 1970."""
    return _EPOCH + _time.read()


def monotonic():
    """Seconds since the program began."""
    return _time.read()


def perf_counter():
    """Seconds since the program began."""
    return _time.read()


def process_time():
    """Seconds that the program used the processor: virtually none, but for those that it reads clocks."""
    _time.read()
    return _time.busy()


def thread_time():
    """The same: a program has one thread."""
    return process_time()


def time_ns():
    return int(time() * 1e9)


def monotonic_ns():
    return int(_time.read() * 1e9)


def perf_counter_ns():
    return int(_time.read() * 1e9)


def process_time_ns():
    return int(process_time() * 1e9)


def thread_time_ns():
    return 0


def clock_gettime_ns(clock, /):
    return time_ns() if clock == CLOCK_REALTIME else monotonic_ns()


def clock_getres(clock, /):
    return 1e-09


def clock_gettime(clock, /):
    return time() if clock == CLOCK_REALTIME else _time.read()


_Fields = _structseq.make('struct_time', 'time', 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst')


@_final
@_static_type
class struct_time(_Fields):
    """A moment, as a tuple with names."""

    tm_zone = 'UTC'
    tm_gmtoff = 0

    def __new__(cls, sequence, /):
        fields = tuple(sequence)
        if len(fields) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)')
        return tuple.__new__(cls, fields[:9])


def gmtime(seconds=None, /):
    """A moment in UTC."""
    moment = localtime(seconds)
    moment.tm_zone = 'GMT'
    return moment


def localtime(seconds=None, /):
    """A moment in the local zone, which is UTC."""
    from _calendar import EPOCH_DAY, day_of_year, from_ordinal

    if seconds is None:
        seconds = time()
    elif not isinstance(seconds, (int, float)):
        seconds = _index(seconds)
    days, rest = divmod(int(seconds // 1), 86400)
    year, month, day = from_ordinal(days + EPOCH_DAY)
    return struct_time((year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, day_of_year(year, month, day), 0))


def mktime(moment, /):
    """Seconds since 1970 of a moment."""
    from _calendar import EPOCH_DAY, ordinal

    year, month, day, hour, minute, second = _fields(moment, 'mktime')[:6]
    # Months beyond the year's end count into the next one.
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return float((ordinal(year, month, 1) - 1 + day - EPOCH_DAY) * 86400 + hour * 3600 + minute * 60 + second)


def strftime(format, moment=None, /):
    """A moment as `format` says."""
    return _written(format, moment, 'strftime')


def _written(format, moment, function):
    from _calendar import strftime as write

    year, month, day, hour, minute, second, weekday, yearday = _checked(localtime() if moment is None else moment, function)
    return write(format, year, month, day, hour, minute, second, weekday, yearday, 0, '+0000', 'UTC')


def _fields(moment, function):
    """The nine fields of a moment, as C takes them."""
    if not isinstance(moment, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(moment) != 9:
        raise TypeError(f'{function}(): illegal time tuple argument')
    return [_index(field) for field in moment]


def _index(value):
    """A C `int`."""
    from operator import index

    number = index(value)
    if not -1 << 63 <= number < 1 << 63:
        raise OverflowError('Python int too large to convert to C long')
    if number > 0x7FFFFFFF:
        raise OverflowError('signed integer is greater than maximum')
    if number < -0x80000000:
        raise OverflowError('signed integer is less than minimum')
    return number


def _checked(moment, function):
    """The fields of a moment but the last, where they can be written."""
    year, month, day, hour, minute, second, weekday, yearday, _ = _fields(moment, function)
    # CPython takes 0 for the first month, day and day of the year.
    month, day, yearday = month or 1, day or 1, yearday or 1
    for value, least, most, name in (
        (month, 1, 12, 'month'),
        (day, 1, 31, 'day of month'),
        (hour, 0, 23, 'hour'),
        (minute, 0, 59, 'minute'),
        (second, 0, 61, 'seconds'),
        (weekday, -1, None, 'day of week'),
        (yearday, 1, 366, 'day of year'),
    ):
        if value < least or most is not None and value > most:
            raise ValueError(f'{name} out of range')
    return year, month, day, hour, minute, second, weekday % 7, yearday


def strptime(text, format='%a %b %d %H:%M:%S %Y', /):
    """The moment that a text tells, read as `format` says."""
    from _calendar import strptime as read

    found = read(text, format)
    year, month, day, zone, offset = found['year'], found['month'], found['day'], found['zone'], found['offset']
    summer = -1 if zone is None else 0
    moment = struct_time((year, month, day, found['hour'], found['minute'], found['second'], found['weekday'], found['yearday'], summer))
    moment.tm_zone = zone
    moment.tm_gmtoff = None if offset is None else int(offset / 1_000_000)
    return moment


def tzset():
    """The local zone stays UTC."""


def asctime(moment=None, /):
    return _written('%a %b %e %H:%M:%S %Y', moment, 'asctime')


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


class _ClockInfo:
    implementation = 'virtual'
    resolution = 1e-09
    monotonic = True
    adjustable = False


def get_clock_info(name, /):
    """What is known of a clock."""
    if name not in ('time', 'monotonic', 'perf_counter', 'process_time', 'thread_time'):
        raise ValueError('unknown clock')
    return _ClockInfo()


_Function = type(time)
for _function in list(globals().values()):
    if type(_function) is _Function:
        _builtin_function(_function, 'time')
del _function, _Function
