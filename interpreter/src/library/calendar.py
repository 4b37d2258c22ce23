"""Months and years as texts, as HTML, and as lists of weeks.

https://docs.python.org/3.11/library/calendar.html
"""

import sys
from _calendar import DAY_NAMES as _DAY_NAMES, EPOCH_DAY as _EPOCH_DAY, MONTH_NAMES as _MONTH_NAMES, days_in_month as _days_in_month

__all__ = [
    'IllegalMonthError',
    'IllegalWeekdayError',
    'setfirstweekday',
    'firstweekday',
    'isleap',
    'leapdays',
    'weekday',
    'monthrange',
    'monthcalendar',
    'prmonth',
    'month',
    'prcal',
    'calendar',
    'timegm',
    'month_name',
    'month_abbr',
    'day_name',
    'day_abbr',
    'Calendar',
    'TextCalendar',
    'HTMLCalendar',
    'LocaleTextCalendar',
    'LocaleHTMLCalendar',
    'weekheader',
    'FRIDAY',
    'MONDAY',
    'SATURDAY',
    'SUNDAY',
    'THURSDAY',
    'TUESDAY',
    'WEDNESDAY',
]

error = ValueError

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January = 1
February = 2
EPOCH = 1970
mdays = [0, *[_days_in_month(1, month) for month in range(1, 13)]]


class IllegalMonthError(ValueError):
    """There is no such month."""

    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f'bad month number {self.month!r}; must be 1-12'


class IllegalWeekdayError(ValueError):
    """There is no such day of the week."""

    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return f'bad weekday number {self.weekday!r}; must be 0 (Monday) to 6 (Sunday)'


class _Names:
    """The names of months or days."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, i):
        return self._names[i]

    def __len__(self):
        return len(self._names)


day_name = _Names(_DAY_NAMES)
day_abbr = _Names([name[:3] for name in _DAY_NAMES])
month_name = _Names(['', *_MONTH_NAMES])
month_abbr = _Names(['', *[name[:3] for name in _MONTH_NAMES]])


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from one year to before another."""
    return _leap_years_before(y2) - _leap_years_before(y1)


def _leap_years_before(year):
    return (year - 1) // 4 - (year - 1) // 100 + (year - 1) // 400


def weekday(year, month, day):
    """The day of the week; Monday is 0."""
    if not 1 <= year <= 9999:
        year = 2000 + year % 400
    import datetime

    return datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """The day of the week of a month's first day, and how many days it has."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _days_in_month(year, month)


def _next_month(year, month, step):
    number = year * 12 + month - 1 + step
    return number // 12, number % 12 + 1


class Calendar:
    """The days of months and years, in weeks that begin at some day."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    @property
    def firstweekday(self):
        return self._firstweekday % 7

    @firstweekday.setter
    def firstweekday(self, day):
        self._firstweekday = day

    def getfirstweekday(self):
        return self.firstweekday

    def setfirstweekday(self, firstweekday):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        """The days of a week, from the first."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdates(self, year, month):
        """The dates of a month's weeks, those of other months included."""
        import datetime

        for date in self.itermonthdays3(year, month):
            yield datetime.date(*date)

    def itermonthdays(self, year, month):
        """The days of a month's weeks; 0 for those of other months."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        yield from [0] * before
        yield from range(1, days + 1)
        yield from [0] * ((self.firstweekday - first - days) % 7)

    def itermonthdays2(self, year, month):
        """The same with the days of the week."""
        for place, day in enumerate(self.itermonthdays(year, month), self.firstweekday):
            yield day, place % 7

    def itermonthdays3(self, year, month):
        """Year, month and day of all days of a month's weeks."""
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        other_year, other_month = _next_month(year, month, -1)
        length = _days_in_month(other_year, other_month)
        for day in range(length - before + 1, length + 1):
            yield other_year, other_month, day
        for day in range(1, days + 1):
            yield year, month, day
        other_year, other_month = _next_month(year, month, 1)
        for day in range(1, (self.firstweekday - first - days) % 7 + 1):
            yield other_year, other_month, day

    def itermonthdays4(self, year, month):
        for place, date in enumerate(self.itermonthdays3(year, month)):
            yield *date, (self.firstweekday + place) % 7

    def monthdatescalendar(self, year, month):
        """The weeks of a month, lists of dates."""
        return _weeks(self.itermonthdates(year, month))

    def monthdays2calendar(self, year, month):
        return _weeks(self.itermonthdays2(year, month))

    def monthdayscalendar(self, year, month):
        return _weeks(self.itermonthdays(year, month))

    def yeardatescalendar(self, year, width=3):
        """The months of a year in rows, each a list of weeks."""
        return self._rows(self.monthdatescalendar, year, width)

    def yeardays2calendar(self, year, width=3):
        return self._rows(self.monthdays2calendar, year, width)

    def yeardayscalendar(self, year, width=3):
        return self._rows(self.monthdayscalendar, year, width)

    def _rows(self, weeks_of, year, width):
        months = [weeks_of(year, month) for month in range(1, 13)]
        return [months[start : start + width] for start in range(0, 12, width)]


def _weeks(days):
    days = list(days)
    return [days[start : start + 7] for start in range(0, len(days), 7)]


class TextCalendar(Calendar):
    """Months and years as plain text."""

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end='')

    def formatday(self, day, weekday, width):
        text = '' if day == 0 else '%2i' % day
        return text.center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f'{name} {theyear!r}' if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end='')

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w, l = max(2, w), max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines.extend([self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)])
        return ''.join([line.rstrip() + '\n' * l for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w, l, c = max(2, w), max(1, l), max(2, c)
        width = (w + 1) * 7 - 1
        ends = '\n' * l
        parts = [repr(theyear).center(width * m + c * (m - 1)).rstrip(), ends]
        header = self.formatweekheader(w)
        for place, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * place + 1, m * place + 1 + len(row))
            lines = [
                [self.formatmonthname(theyear, month, width, False) for month in months],
                [header for month in months],
            ]
            for number in range(max([len(weeks) for weeks in row])):
                lines.append([self.formatweek(weeks[number], w) if number < len(weeks) else '' for weeks in row])
            parts.append(ends)
            for line in lines:
                parts += [formatstring(line, width, c).rstrip(), ends]
        return ''.join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end='')


class HTMLCalendar(Calendar):
    """Months and years as tables of HTML."""

    cssclass_year = cssclass_year_head = 'year'
    cssclass_month = cssclass_month_head = 'month'
    cssclasses = cssclasses_weekday_head = [name[:3].lower() for name in _DAY_NAMES]
    cssclass_noday = 'noday'

    def formatday(self, day, weekday):
        if day == 0:
            return f'<td class="{self.cssclass_noday}">&nbsp;</td>'
        return f'<td class="{self.cssclasses[weekday]}">{day}</td>'

    def formatweek(self, theweek):
        days = ''.join([self.formatday(day, weekday) for day, weekday in theweek])
        return f'<tr>{days}</tr>'

    def formatweekday(self, day):
        return f'<th class="{self.cssclasses_weekday_head[day]}">{day_abbr[day]}</th>'

    def formatweekheader(self):
        days = ''.join([self.formatweekday(day) for day in self.iterweekdays()])
        return f'<tr>{days}</tr>'

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = month_name[themonth]
        return f'<tr><th colspan="7" class="{self.cssclass_month_head}">{f"{name} {theyear}" if withyear else name}</th></tr>'

    def formatmonth(self, theyear, themonth, withyear=True):
        lines = [
            f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_month}">',
            self.formatmonthname(theyear, themonth, withyear=withyear),
            self.formatweekheader(),
            *[self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)],
            '</table>',
        ]
        return '\n'.join(lines) + '\n'

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        parts = [
            f'<table border="0" cellpadding="0" cellspacing="0" class="{self.cssclass_year}">\n',
            f'<tr><th colspan="{width}" class="{self.cssclass_year_head}">{theyear}</th></tr>',
        ]
        for first in range(1, 13, width):
            parts.append('<tr>')
            for month in range(first, min(first + width, 13)):
                parts.append(f'<td>{self.formatmonth(theyear, month, withyear=False)}</td>')
            parts.append('</tr>')
        parts.append('</table>')
        return ''.join(parts)

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        """A whole page, as bytes."""
        encoding = sys.getdefaultencoding() if encoding is None else encoding
        lines = [
            f'<?xml version="1.0" encoding="{encoding}"?>',
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            '<html>',
            '<head>',
            f'<meta http-equiv="Content-Type" content="text/html; charset={encoding}" />',
        ]
        if css is not None:
            lines.append(f'<link rel="stylesheet" type="text/css" href="{css}" />')
        lines += [f'<title>Calendar for {theyear}</title>', '</head>', '<body>']
        page = '\n'.join(lines) + '\n' + self.formatyear(theyear, width) + '</body>\n</html>\n'
        return page.encode(encoding, 'xmlcharrefreplace')


class LocaleTextCalendar(TextCalendar):
    """There is one locale here."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


class LocaleHTMLCalendar(HTMLCalendar):
    """There is one locale here."""

    def __init__(self, firstweekday=0, locale=None):
        super().__init__(firstweekday)
        self.locale = locale


c = TextCalendar()

firstweekday = c.getfirstweekday


def setfirstweekday(firstweekday):
    """The day with which weeks begin, for the functions of the module."""
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


calendar, month, week, weekheader = c.formatyear, c.formatmonth, c.formatweek, c.formatweekheader
prcal, prmonth, prweek = c.pryear, c.prmonth, c.prweek
monthcalendar = c.monthdayscalendar

_COLUMN_WIDTH = 7 * 3 - 1
_SPACING = 6


def format(cols, colwidth=_COLUMN_WIDTH, spacing=_SPACING):
    print(formatstring(cols, colwidth, spacing))


def formatstring(cols, colwidth=_COLUMN_WIDTH, spacing=_SPACING):
    """Texts in columns."""
    return (' ' * spacing).join([text.center(colwidth) for text in cols])


def timegm(tuple):
    """The seconds since 1970 of a time in UTC."""
    import datetime

    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - _EPOCH_DAY + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
