from datetime import MAXYEAR, date, timedelta

day = date(2024, 2, 29)
print(day, day.year, day.weekday(), day.isoweekday(), day.isocalendar(), day.toordinal())
print(day + timedelta(days=1), day - timedelta(weeks=1), day - date(2024, 1, 1), day.replace(day=1))
print(date.fromisoformat('2024-03-01'), date.fromisoformat('2024-W10-2'), date.fromordinal(738000), date.max.year == MAXYEAR)
print(day < date(2025, 1, 1), min(day, date(2020, 1, 1)), {day: 'leap'}[date(2024, 2, 29)])
print(f'{day:%d.%m.%y} {day:%A %B %j %U}', day.ctime(), day.timetuple().tm_yday)
for attempt in (lambda: date(2023, 2, 29), lambda: date(2024, 13, 1), lambda: date.fromisoformat('29.2.2024')):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(error)
