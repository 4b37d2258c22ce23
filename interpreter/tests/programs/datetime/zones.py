from datetime import UTC, datetime, timedelta, timezone, tzinfo

india = timezone(timedelta(hours=5, minutes=30))
noon = datetime(2024, 6, 1, 12, tzinfo=UTC)
print(noon, noon.astimezone(india), noon.astimezone(timezone(timedelta(hours=-5), 'EST')).tzname())
print(noon == noon.astimezone(india), noon.timestamp(), noon.utcoffset(), india, repr(india))
print(datetime.fromisoformat('2024-06-01T12:00:00+02:00').astimezone(UTC), datetime.fromisoformat('2024-06-01T12:00Z'))
try:
    noon < datetime(2024, 6, 1)
except TypeError as error:
    print(error)


class Summer(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=2)

    def dst(self, moment):
        return timedelta(hours=1)

    def tzname(self, moment):
        return 'CEST'


print(noon.astimezone(Summer()), f'{noon.astimezone(Summer()):%H:%M %Z %z}')
