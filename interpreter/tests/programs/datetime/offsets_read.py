# Offsets from UTC, as `%z` reads them, and what is known of the zone of a moment that was read.
import copy
import time
from datetime import date, datetime

for text, form in (('2020', '%Y'), ('+0200', '%z'), ('UTC', '%Z'), ('-0530 GMT', '%z %Z'), ('Z', '%z')):
    moment = time.strptime(text, form)
    print(moment, moment.tm_zone, moment.tm_gmtoff, moment.tm_isdst)
for text in (
    '+05:3015', '+05:30:15', '+05:30:15.1234567', '+053015.5', '+0560', 'z', '+05:', '+05:30:', '+05:30.5', '+5:30', '+05:30:75',
    '-00:00:00.000001', '+0530x', '-05:30:15.5', '+0000', '-2359',
):
    try:
        print(text, datetime.strptime(text, '%z'))
    except ValueError as error:
        print(text, error)
week = date(2020, 1, 1).isocalendar()
print(type(week), week, copy.copy(week) == week, copy.deepcopy(week), week.year, week[1:])
