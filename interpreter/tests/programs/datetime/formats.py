from datetime import datetime, time

moment = datetime(2024, 2, 9, 13, 5, 7, 120300)
print(moment, moment.isoformat(timespec='milliseconds'), moment.isoformat(' ', 'minutes'))
print(moment.strftime('%Y-%m-%d %H:%M:%S.%f %I %p %a %b %y %j %%'))
for text, layout in [('2024-02-09 13:05', '%Y-%m-%d %H:%M'), ('9 Feb 24', '%d %b %y'), ('01:05 PM', '%I:%M %p'),
                     ('2024-02-09T00:00:00+0530', '%Y-%m-%dT%H:%M:%S%z'), ('31/02/2024', '%d/%m/%Y'), ('x', '%Y'), ('2024 x', '%Y')]:
    try:
        print(datetime.strptime(text, layout))
    except ValueError as error:
        print(error)
print(time(9, 30), time(9, 30) < time(10), datetime.combine(moment.date(), time(1, 2)), moment.time().replace(microsecond=0))
