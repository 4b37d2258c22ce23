# Reading ISO 8601. A ValueError without a message says: this is none.


def _number(text, digits):
    if len(text) != digits or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _read_date(text):
    """Year, month and day, and what follows them."""
    year = _number(text[:4], 4)
    dash = '-' if text[4:5] == '-' else ''
    at = 4 + len(dash)
    if text[at : at + 1] == 'W':
        week = _number(text[at + 1 : at + 3], 2)
        at += 3
        weekday = 1
        follows = text[at : at + 1 + len(dash)]
        if follows[: len(dash)] == dash and follows[len(dash) :].isdigit():
            weekday = int(follows[len(dash) :])
            at += 1 + len(dash)
        try:
            return date.fromisocalendar(year, week, weekday)._key(), text[at:]
        except ValueError:
            raise ValueError from None
    month = _number(text[at : at + 2], 2)
    at += 2
    if text[at : at + len(dash)] != dash:
        raise ValueError
    at += len(dash)
    return (year, month, _number(text[at : at + 2], 2)), text[at + 2 :]


def _read_time(text):
    """Hour, minute, second and microsecond, and the zone or None."""
    zone = None
    for place, char in enumerate(text):
        if char in '+-Z':
            zone = _read_zone(text[place:])
            text = text[:place]
            break
    return _read_clock(text), zone


def _read_clock(text):
    fields = [0, 0, 0, 0]
    whole, _, fraction = text.replace(',', '.').partition('.')
    separated = whole[2:3] == ':'
    parts = whole.split(':') if separated else [whole[at : at + 2] for at in range(0, len(whole), 2)]
    if not 1 <= len(parts) <= 3 or '.' in text.replace(',', '.') and not fraction:
        raise ValueError
    for place, part in enumerate(parts):
        fields[place] = _number(part, 2)
    if fraction:
        if not fraction.isascii() or not fraction.isdigit():
            raise ValueError
        fields[3] = int(fraction[:6].ljust(6, '0'))
    return fields


def _read_zone(text):
    if text == 'Z':
        return timezone.utc
    if text[:1] not in ('+', '-') or len(text) < 3:
        raise ValueError
    hours, minutes, seconds, micros = _read_clock(text[1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
    return timezone(-offset if text[0] == '-' else offset)
