"""The proleptic Gregorian calendar, and texts of dates: what `time` and `datetime` share.

Days are counted from 1 January of the year 1, which is day 1.
"""

EPOCH_DAY = 719163

DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
MONTH_NAMES = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
]

_DAYS_BEFORE = [0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_DAYS_IN = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN[month]


def day_of_year(year, month, day):
    """From 1."""
    return _DAYS_BEFORE[month] + day + (1 if month > 2 and is_leap(year) else 0)


def days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def ordinal(year, month, day):
    """The number of a day."""
    return days_before_year(year) + day_of_year(year, month, day)


def from_ordinal(number):
    """The year, month and day of a number."""
    year = (number - 1) * 400 // 146097 + 1
    while days_before_year(year + 1) < number:
        year += 1
    while days_before_year(year) >= number:
        year -= 1
    rest = number - days_before_year(year)
    month = 12
    while day_of_year(year, month, 1) > rest:
        month -= 1
    return year, month, rest - day_of_year(year, month, 1) + 1


def iso_week(year, month, day):
    """The ISO year, week and weekday (1 is Monday)."""
    number = ordinal(year, month, day)
    weekday = (number + 6) % 7
    # The week belongs to the year of its Thursday.
    thursday = number - weekday + 3
    iso_year = from_ordinal(thursday)[0]
    return iso_year, (thursday - days_before_year(iso_year) - 1) // 7 + 1, weekday + 1


def iso_week_start(iso_year):
    """The day on which the first ISO week of a year begins."""
    january_4 = ordinal(iso_year, 1, 4)
    return january_4 - (january_4 + 6) % 7


def strftime(format, year, month, day, hour, minute, second, weekday, yearday, micro, offset, zone):
    """A date and time as `format` says. `weekday` counts from Monday, which is 0; `yearday` from 1."""
    pieces = []
    position = 0
    while position < len(format):
        char = format[position]
        position += 1
        if char != '%' or position == len(format):
            pieces.append(char)
            continue
        code = format[position]
        position += 1
        if code == '-' and position < len(format):
            # As the C library has it: without the leading zero.
            code = format[position]
            position += 1
            inner = strftime('%' + code, year, month, day, hour, minute, second, weekday, yearday, micro, offset, zone)
            pieces.append(inner.lstrip('0') or '0')
        elif code in _COMPOSED:
            pieces.append(strftime(_COMPOSED[code], year, month, day, hour, minute, second, weekday, yearday, micro, offset, zone))
        elif code == 'a':
            pieces.append(DAY_NAMES[weekday][:3])
        elif code == 'A':
            pieces.append(DAY_NAMES[weekday])
        elif code == 'b' or code == 'h':
            pieces.append(MONTH_NAMES[month - 1][:3])
        elif code == 'B':
            pieces.append(MONTH_NAMES[month - 1])
        elif code == 'd':
            pieces.append(f'{day:02d}')
        elif code == 'e':
            pieces.append(f'{day:2d}')
        elif code == 'k':
            pieces.append(f'{hour:2d}')
        elif code == 'l':
            pieces.append(f'{(hour + 11) % 12 + 1:2d}')
        elif code == 'f':
            pieces.append(f'{micro:06d}')
        elif code == 'H':
            pieces.append(f'{hour:02d}')
        elif code == 'I':
            pieces.append(f'{(hour + 11) % 12 + 1:02d}')
        elif code == 'j':
            pieces.append(f'{yearday:03d}')
        elif code == 'm':
            pieces.append(f'{month:02d}')
        elif code == 'M':
            pieces.append(f'{minute:02d}')
        elif code == 'p':
            pieces.append('AM' if hour < 12 else 'PM')
        elif code == 'P':
            pieces.append('am' if hour < 12 else 'pm')
        elif code == 'S':
            pieces.append(f'{second:02d}')
        elif code == 's':
            pieces.append(str((ordinal(year, month, day) - EPOCH_DAY) * 86400 + hour * 3600 + minute * 60 + second))
        elif code == 'u':
            pieces.append(str(weekday + 1))
        elif code == 'w':
            pieces.append(str((weekday + 1) % 7))
        elif code == 'U':
            pieces.append(f'{(yearday + 6 - (weekday + 1) % 7) // 7:02d}')
        elif code == 'W':
            pieces.append(f'{(yearday + 6 - weekday) // 7:02d}')
        elif code == 'G':
            pieces.append(str(iso_week(year, month, day)[0]))
        elif code == 'g':
            pieces.append(f'{iso_week(year, month, day)[0] % 100:02d}')
        elif code == 'V':
            pieces.append(f'{iso_week(year, month, day)[1]:02d}')
        elif code == 'y':
            pieces.append(f'{year % 100:02d}')
        elif code == 'Y':
            pieces.append(str(year))
        elif code == 'C':
            pieces.append(f'{year // 100:02d}')
        elif code == 'z':
            pieces.append(offset)
        elif code == 'Z':
            pieces.append(zone)
        elif code == 'n':
            pieces.append('\n')
        elif code == 't':
            pieces.append('\t')
        elif code == '%':
            pieces.append('%')
        else:
            pieces.append('%' + code)
    return ''.join(pieces)


_COMPOSED = {
    'c': '%a %b %e %H:%M:%S %Y',
    'x': '%m/%d/%y',
    'X': '%H:%M:%S',
    'D': '%m/%d/%y',
    'F': '%Y-%m-%d',
    'T': '%H:%M:%S',
    'R': '%H:%M',
    'r': '%I:%M:%S %p',
}

# How many digits a directive takes at most.
_DIGITS = {
    'd': 2,
    'e': 2,
    'm': 2,
    'y': 2,
    'Y': 4,
    'H': 2,
    'I': 2,
    'M': 2,
    'S': 2,
    'j': 3,
    'f': 6,
    'w': 1,
    'u': 1,
    'U': 2,
    'W': 2,
    'G': 4,
    'V': 2,
}


def strptime(text, format):
    """What `text` says, read as `format` says: a dict with year, month, day, hour, minute, second, micro, offset (microseconds), zone."""
    week = iso_year = iso_week = None
    found = {'year': None, 'month': 1, 'day': 1, 'hour': 0, 'minute': 0, 'second': 0, 'micro': 0, 'offset': None, 'zone': None}
    half = yearday = weekday = None
    for code, composed in _COMPOSED.items():
        format = format.replace('%' + code, composed)
    position = index = 0

    def mismatch():
        return ValueError(f'time data {text!r} does not match format {format!r}')

    while index < len(format):
        char = format[index]
        index += 1
        if char.isspace():
            while index < len(format) and format[index].isspace():
                index += 1
            if position == len(text) or not text[position].isspace():
                raise mismatch()
            while position < len(text) and text[position].isspace():
                position += 1
            continue
        if char != '%':
            if text[position : position + 1].lower() != char.lower():
                raise mismatch()
            position += 1
            continue
        if index == len(format):
            raise ValueError(f"stray %% in format {format!r}".replace('%%', '%'))
        code = format[index]
        index += 1
        if code == '%':
            if text[position : position + 1] != '%':
                raise mismatch()
            position += 1
        elif code in _DIGITS:
            end = position
            while end < len(text) and end - position < _DIGITS[code] and text[end] in '0123456789':
                end += 1
            digits = text[position:end]
            if not digits or code in 'YG' and len(digits) < 4 or code == 'y' and len(digits) < 2:
                raise mismatch()
            value = int(digits)
            while value > _HIGHEST.get(code, value) and len(digits) > 1:
                # The last digit belongs to what follows.
                digits = digits[:-1]
                end -= 1
                value = int(digits)
            if not _LOWEST.get(code, 0) <= value <= _HIGHEST.get(code, value):
                raise mismatch()
            position = end
            if code == 'y':
                found['year'] = value + (1900 if value >= 69 else 2000)
            elif code == 'f':
                found['micro'] = int(digits.ljust(6, '0'))
            elif code == 'I':
                found['hour'] = value
            elif code == 'j':
                yearday = value
            elif code in 'UW':
                week = code, value
            elif code == 'G':
                iso_year = value
            elif code == 'V':
                iso_week = value
            elif code in 'wu':
                weekday = (value - 1) % 7
            elif code in _FIELDS:
                found[_FIELDS[code]] = value
        elif code in 'aAbBhp':
            names = {'a': DAY_NAMES, 'A': DAY_NAMES, 'p': ['AM', 'PM']}.get(code, MONTH_NAMES)
            short = code in 'abh'
            for place, name in enumerate(names):  # noqa: B007 (asked for below)
                name = name[:3] if short else name
                if text[position : position + len(name)].lower() == name.lower():
                    break
            else:
                raise mismatch()
            position += len(name)
            if code == 'p':
                half = place
            elif code in 'aA':
                weekday = place
            elif code in 'bBh':
                found['month'] = place + 1
        elif code == 'z':
            found['offset'], position = _read_offset(text, position, mismatch)
        elif code == 'Z':
            for name in ('UTC', 'GMT'):
                if text[position : position + 3].upper() == name:
                    found['zone'] = name
                    position += 3
                    break
            else:
                raise mismatch()
        else:
            raise ValueError(f"{code!r} is a bad directive in format {format!r}")
    if position != len(text):
        raise ValueError(f'unconverted data remains: {text[position:]}')
    if half is not None:
        found['hour'] = found['hour'] % 12 + 12 * half
    has_year = found['year'] is not None
    year = found['year'] if has_year else 1904 if (found['month'], found['day']) == (2, 29) else 1900
    found['year'] = year
    if iso_year is not None or iso_week is not None:
        year, yearday = _iso_day(iso_year, iso_week, weekday, yearday, has_year)
        has_year = True
    if week is not None and weekday is not None and yearday is None and has_year:
        yearday = _day_of_week(year, week, weekday)
    if yearday is not None:
        found['year'], found['month'], found['day'] = from_ordinal(days_before_year(year) + yearday)
    elif found['day'] > days_in_month(year, found['month']):
        raise ValueError('day is out of range for month')
    found['yearday'] = yearday or day_of_year(found['year'], found['month'], found['day'])
    found['weekday'] = (ordinal(found['year'], found['month'], found['day']) + 6) % 7
    if not has_year:
        # 29 February is read as that of a leap year, and told as that of 1900 all the same.
        found['year'] = 1900
    return found


_WEEKDAY_DIRECTIVES = "a weekday directive ('%A', '%a', '%w', or '%u')."


def _iso_day(year, week, weekday, yearday, has_year):
    """The year, and the day in it, of a weekday in a week of the ISO calendar; the week may be one that the year does not have."""
    if year is None:
        if not has_year or weekday is None:
            raise ValueError(f"ISO week directive '%V' must be used with the ISO year directive '%G' and {_WEEKDAY_DIRECTIVES}")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
    if week is None or weekday is None:
        raise ValueError(f"ISO year directive '%G' must be used with the ISO week directive '%V' and {_WEEKDAY_DIRECTIVES}")
    if yearday is not None:
        raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
    # The fourth of January is in the first week.
    monday = 4 - (ordinal(year, 1, 4) + 6) % 7
    day = monday + 7 * (week - 1) + weekday
    if day < 1:
        year -= 1
        day += 366 if is_leap(year) else 365
    return year, day


def _day_of_week(year, week, weekday):
    """The day of the year of a weekday in a week, which begins on Sunday (`%U`) or Monday (`%W`)."""
    kind, number = week
    first = (ordinal(year, 1, 1) + 6) % 7
    if kind == 'U':
        first, weekday = (first + 1) % 7, (weekday + 1) % 7
    # Days before the first full week are in week 0.
    return 1 + (7 - first) % 7 + 7 * (number - 1) + weekday


_FIELDS = {'d': 'day', 'e': 'day', 'm': 'month', 'Y': 'year', 'H': 'hour', 'M': 'minute', 'S': 'second'}
_LOWEST = {'d': 1, 'e': 1, 'm': 1, 'I': 1, 'j': 1, 'u': 1, 'V': 1}
_HIGHEST = {'d': 31, 'e': 31, 'm': 12, 'H': 23, 'I': 12, 'M': 59, 'S': 61, 'j': 366, 'w': 6, 'u': 7, 'U': 53, 'W': 53, 'V': 53}


def _read_offset(text, position, mismatch):
    """`+0200`, `-03:30`, `+05:30:15.5`, `Z`: microseconds east of UTC, and the place behind."""
    sign = text[position : position + 1]
    if sign == 'Z':
        return 0, position + 1
    if sign not in ('+', '-'):
        raise mismatch()
    hours = _two_digits(text, position + 1)
    minutes, end = _part_of_offset(text, position + 3)
    if hours is None or minutes is None:
        raise mismatch()
    seconds, end_of_seconds = _part_of_offset(text, end)
    micros = 0
    if seconds is not None:
        has_colons = text[position + 3] == ':'
        if has_colons != (text[end] == ':'):
            raise ValueError(f'Inconsistent use of : in {text[position:end_of_seconds]}')
        micros, end = _fraction(text, end_of_seconds)
    micros += ((hours * 60 + minutes) * 60 + (seconds or 0)) * 1_000_000
    return (micros if sign == '+' else -micros), end


def _part_of_offset(text, position):
    """Minutes or seconds, which a colon may stand before, and the place behind; None where there are none."""
    if text[position : position + 1] == ':':
        position += 1
    value = _two_digits(text, position)
    return (None, position) if value is None or value > 59 else (value, position + 2)


def _two_digits(text, position):
    digits = text[position : position + 2]
    return int(digits) if len(digits) == 2 and digits.isdecimal() else None


def _fraction(text, position):
    """The microseconds that a point and up to six digits tell, and the place behind."""
    end = position + 1
    while end < position + 7 and text[end : end + 1].isdecimal():
        end += 1
    if text[position : position + 1] != '.' or end == position + 1:
        return 0, position
    return int(text[position + 1 : end].ljust(6, '0')), end
