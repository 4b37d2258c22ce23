from datetime import date, datetime, timedelta

now = datetime.now()
print(now, now.year, now.hour, now.isoformat(), repr(now))
later = now + timedelta(days=1, hours=2, seconds=30)
print(later, later - now, (later - now).total_seconds(), later > now)
print(f"{now:%H:%M:%S} {now:%d/%m/%Y}", now.strftime("%A %B %j"), now.weekday())
print(datetime(2024, 2, 29, 12, 30), date(2024, 1, 1), timedelta(minutes=90), repr(timedelta(days=1, seconds=5)))
print(now.date(), now.time(), now.replace(year=2000), date.today(), datetime.fromisoformat("2020-01-02T03:04:05"))
