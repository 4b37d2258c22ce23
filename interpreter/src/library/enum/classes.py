# The classes that enumerations are derived from.


class Enum(metaclass=EnumType):
    """A fixed set of named constants."""

    def __new__(cls, value):
        # What a call of the class comes to: members were made with the class.
        if type(value) is cls:
            return value
        found = _member_of(cls, value)
        if found is not None:
            return found
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        error = result = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
        try:
            if isinstance(result, cls) or _is_flag(cls) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
            if result is None and error is None:
                raise invalid
            if error is None:
                error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
            if not isinstance(error, ValueError):
                error.__context__ = invalid
            raise error
        finally:
            error = invalid = None

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        """The value of `auto()`: one more than the highest so far."""
        if not last_values:
            return start
        try:
            last = last_values[-1]
            last_values.sort()
            if last == last_values[-1]:
                return last + 1
        except TypeError:
            pass
        import warnings

        warnings.warn(
            'In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n'
            'and the value returned will be the largest value in the enum incremented by 1',
            DeprecationWarning,
            stacklevel=5,
        )
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        """What to give for a value that no member has."""
        return None

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        names = {'__class__', '__doc__', '__eq__', '__hash__', '__module__'}
        if self.__class__._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update([name for name in getattr(self, '__dict__', ()) if name[0] != '_' and name not in self._member_map_])
        for cls in self.__class__.mro():
            for name, found in cls.__dict__.items():
                if name[0] == '_':
                    continue
                if name not in self._member_map_ or isinstance(found, property) and found.fget is not None:
                    names.add(name)
                elif isinstance(found, property):
                    names.discard(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def value(self):
        """What the member stands for."""
        return self._value_

    @property
    def name(self):
        """What the member is called."""
        return self._name_


class ReprEnum(Enum):
    """An enumeration whose members are shown by `str` and `format` as the type that they are besides."""


class IntEnum(int, ReprEnum):
    """Members are integers too."""


class StrEnum(str, ReprEnum):
    """Members are strings too; `auto()` is the name in small letters."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError('errors must be a string, not %r' % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that can be combined by `|`."""

    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not count:
            return start if start is not None else 1
        highest = max(last_values)
        try:
            return 2 ** highest.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {highest!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda one: one._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A combination of members is made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        everything = cls._all_bits_
        if not ~everything <= value <= everything or value & (everything ^ cls._flag_mask_):
            if cls._boundary_ is EJECT:
                return value
            value = cls._within_bounds(value)
        negative = value if value < 0 else None
        if value < 0:
            value += everything + 1
        unknown = value & ~cls._flag_mask_
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{bin(unknown)}]')
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._combined_name(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _within_bounds(cls, value):
        """A value with bits that no member has, as the boundary wants it."""
        mask = cls._flag_mask_
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), mask.bit_length())
            raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}')
        if cls._boundary_ is CONFORM:
            return value & mask
        if cls._boundary_ is KEEP:
            return max(cls._all_bits_ + 1, 2 ** value.bit_length()) + value if value < 0 else value
        raise ValueError(f'{cls!r} unknown flag boundary {cls._boundary_!r}')

    @classmethod
    def _combined_name(cls, value):
        single = value & cls._singles_mask_
        others = value & ~cls._singles_mask_
        members = list(cls._iter_member_(single))
        if others:
            for one in cls._member_map_.values():
                if one not in members and one._value_ and one._value_ & value == one._value_:
                    members.append(one)
        combined = 0
        for one in members:
            combined |= one._value_
        if not combined:
            return None
        unknown = value ^ combined
        if unknown and cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {unknown!r}')
        names = [one._name_ for one in members]
        if unknown:
            names.append(cls._numeric_repr_(unknown))
        return '|'.join(names)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        show = self.__class__._value_repr_ or repr
        name = '' if self._name_ is None else f'.{self._name_}'
        return f'<{self.__class__.__name__}{name}: {show(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _bits_of(self, other):
        """The bits of another operand, or None where it is none."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else self.__class__(self._value_ ^ bits)

    def __invert__(self):
        if self._inverted_ is None:
            keeps = self._boundary_ in (EJECT, KEEP)
            self._inverted_ = self.__class__(~self._value_ if keeps else self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""
