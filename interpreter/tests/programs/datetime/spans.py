from datetime import datetime, timedelta

span = timedelta(days=1, hours=2, minutes=3, seconds=4.5)
print(span, repr(span), span.total_seconds(), span.days, span.seconds, span.microseconds)
print(span * 2, span / 2, span // timedelta(hours=1), span % timedelta(hours=1), divmod(span, timedelta(hours=1)), -span)
print(abs(timedelta(-1)), timedelta(-1, 1), sum([span, span], timedelta()), bool(timedelta()), max(span, timedelta(2)))
print(datetime(2024, 3, 1) - datetime(2024, 2, 1), datetime(2024, 1, 31) + timedelta(hours=36))
try:
    span + 1
except TypeError as error:
    print(error)
