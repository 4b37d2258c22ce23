# Zones.


def _class_name(thing):
    cls = type(thing)
    return cls.__qualname__ if cls.__module__ == '__main__' else f'{cls.__module__}.{cls.__qualname__}'


@_static_type
class tzinfo:
    """What a zone is: to be inherited from."""

    __slots__ = ()

    def tzname(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt, /):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt, /):
        """The local moment of a moment in UTC."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc() requires a non-None utcoffset() result')
        summer = dt.dst()
        if summer is None:
            raise ValueError('fromutc() requires a non-None dst() result')
        standard = offset - summer
        if standard:
            dt += standard
            summer = dt.dst()
        return dt + summer


@_final
@_static_type
class timezone(tzinfo):
    """A zone with one offset from UTC."""

    __slots__ = ('_offset', '_name')

    def __new__(cls, offset, name=...):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if name is ...:
            name = None
        elif not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {None if name is None else _type_name(name)}')
        if not -_MICROS_A_DAY < offset._micros < _MICROS_A_DAY:
            raise ValueError(f'offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {offset!r}.')
        if name is None and not offset and 'utc' in cls.__dict__:
            return cls.utc
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt, /):
        _check_zone_argument(dt, 'utcoffset')
        return self._offset

    def tzname(self, dt, /):
        _check_zone_argument(dt, 'tzname')
        if self._name is not None:
            return self._name
        return 'UTC' + _offset_text(self._offset) if self._offset else 'UTC'

    def dst(self, dt, /):
        _check_zone_argument(dt, 'dst')
        return None

    def fromutc(self, dt, /):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt.tzinfo is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        return dt + self._offset

    def __copy__(self):
        return type(self)(self._offset) if self._name is None else type(self)(self._offset, self._name)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'{_class_name(self)}({self._offset!r})'
        return f'{_class_name(self)}({self._offset!r}, {self._name!r})'

    def __str__(self):
        return self.tzname(None)


def _zone_texts(moment, format):
    """What `%z` and `%Z` stand for. The zone is asked for what the format names alone, and in its order."""
    offset_text = name = ''
    for directive in sorted(['%z', '%Z'], key=format.find):
        if directive not in format:
            continue
        if directive == '%Z':
            name = moment.tzname() or ''
        else:
            offset = moment.utcoffset()
            offset_text = '' if offset is None else _offset_text(offset, '')
    return offset_text, name


def _check_zone_argument(dt, method):
    if dt is not None and not isinstance(dt, datetime):
        raise TypeError(f'{method}(dt) argument must be a datetime instance or None, not {type(dt).__name__}')


UTC = timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))


def _checked_offset(offset, method):
    """What a zone has answered, if it is an offset."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{method}() must return None or timedelta, not '{_type_name(offset)}'")
    if not -86_400_000_000 < offset._micros < 86_400_000_000:
        raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).')
    return offset


def _checked_name(name):
    if name is not None and not isinstance(name, str):
        raise TypeError(f"tzinfo.tzname() must return None or a string, not '{_type_name(name)}'")
    return name


def _offset_text(offset, colon=':'):
    """`+02:00`; seconds and microseconds only where there are any."""
    micros = offset._micros
    sign = '-' if micros < 0 else '+'
    seconds, micros = divmod(abs(micros), 1_000_000)
    text = f'{sign}{seconds // 3600:02d}{colon}{seconds // 60 % 60:02d}'
    if seconds % 60 or micros:
        text += f'{colon}{seconds % 60:02d}'
    if micros:
        text += f'.{micros:06d}'
    return text
