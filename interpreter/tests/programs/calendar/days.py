"""Days of months and years, leap years, days of the week."""

import calendar

print([year for year in range(1890, 1910) if calendar.isleap(year)], calendar.isleap(2000), calendar.isleap(1900), calendar.leapdays(1900, 2101))
for year, month in [(2024, 2), (2023, 2), (2000, 12), (1, 1), (9999, 12), (2024, 13), (2024, 0), (0, 5), (-4, 2), (12024, 2)]:
    try:
        print(year, month, calendar.monthrange(year, month), calendar.monthcalendar(year, month))
    except ValueError as error:
        print(type(error).__name__, error)
print(calendar.weekday(2024, 2, 29), calendar.weekday(1970, 1, 1), calendar.day_name[calendar.weekday(1999, 12, 31)])
print(list(calendar.month_name), list(calendar.day_abbr), calendar.month_abbr[1:4], len(calendar.day_name), calendar.day_name[-1])
print(calendar.MONDAY, calendar.SUNDAY, calendar.January, calendar.mdays)
for first in (0, 6, 3):
    days = calendar.Calendar(first)
    print(list(days.iterweekdays()), days.firstweekday)
    print(list(days.itermonthdays(2024, 2)))
    print(list(days.itermonthdays2(2023, 2)))
    print(list(days.itermonthdays3(2024, 12))[-8:], list(days.itermonthdays4(2024, 1))[:8])
    print([str(date) for date in days.monthdatescalendar(2024, 3)[0]])
    print(days.monthdayscalendar(2024, 3), days.monthdays2calendar(2024, 3)[-1])
    print(days.yeardayscalendar(2024, 4)[0][1], [len(row) for row in days.yeardatescalendar(2024, 5)])
print(calendar.timegm((1970, 1, 1, 0, 0, 0)), calendar.timegm((2024, 2, 29, 12, 30, 15, 0, 0, 0)), calendar.timegm((1969, 12, 31, 23, 59, 59)))
try:
    calendar.timegm((2024, 13, 1, 0, 0, 0))
except ValueError as error:
    print(error)
