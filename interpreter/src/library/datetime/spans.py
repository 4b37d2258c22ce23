"""Dates, times of day, moments, spans of time, and zones.

https://docs.python.org/3.11/library/datetime.html. Now is what the virtual clock says; the local zone is UTC.
"""

from _types import final as _final, static_type as _static_type, type_name as _type_name
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
