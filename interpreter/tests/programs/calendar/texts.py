"""Months and years as texts and HTML."""

import calendar

print(calendar.month(2024, 2))
print(calendar.month(2023, 10, w=4, l=2))
print(calendar.calendar(2024))
print(calendar.calendar(1999, w=3, l=1, c=2, m=4))
calendar.prmonth(1900, 1)
calendar.prcal(2000, m=6)
print(calendar.weekheader(2), calendar.weekheader(10), calendar.week([(0, 0), (1, 1), (22, 2)], 4), sep='|')
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2024, 9))
print(calendar.TextCalendar(6).formatyear(2025, w=2, l=1, c=4, m=2))
print(calendar.HTMLCalendar(firstweekday=6).formatmonth(2024, 2))
print(calendar.HTMLCalendar().formatyear(2024, width=6))
print(calendar.HTMLCalendar().formatyearpage(2024, width=4, css=None))
calendar.setfirstweekday(calendar.SUNDAY)
print(calendar.month(2024, 2), calendar.firstweekday())
for wrong in (-1, 7):
    try:
        calendar.setfirstweekday(wrong)
    except ValueError as error:
        print(type(error).__name__, error)


class Stars(calendar.TextCalendar):
    def formatday(self, day, weekday, width):
        return ('**' if day == 13 and weekday == 4 else '' if day == 0 else str(day)).rjust(width)


print(Stars().formatmonth(2024, 9))


class Marked(calendar.HTMLCalendar):
    cssclasses = ['day'] * 5 + ['day weekend'] * 2

    def formatday(self, day, weekday):
        return f'<td>{day or ""}</td>'


print(Marked().formatmonth(2024, 6, withyear=False))
