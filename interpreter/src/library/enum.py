"""Enumerations: classes whose members are a fixed set of named constants.

https://docs.python.org/3.11/library/enum.html
"""

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique', 'property', 'verify', 'member',
    'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE', 'EnumCheck', 'global_enum',
]

_property = property


class auto:
    """A value that the enumeration chooses itself."""

    def __init__(self, value=None):
        self.value = value


class member:
    """Makes a member of what would not be one, as a function."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps something from being made a member."""

    def __init__(self, value):
        self.value = value


class property:
    """A property that a class may share with a member of the same name."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.__doc__ = fget.__doc__ if doc is None else doc

    def __set_name__(self, owner, name):
        self.owner = owner
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is not None:
            return self.fget(instance)
        try:
            return owner._member_map_[self.name]
        except KeyError:
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}') from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'{self.owner!r} cannot set attribute {self.name!r}')
        self.fset(instance, value)

    def __delete__(self, instance):
        raise AttributeError(f'{self.owner!r} cannot delete attribute {self.name!r}')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_descriptor(value):
    cls = type(value)
    return hasattr(cls, '__get__') or hasattr(cls, '__set__') or hasattr(cls, '__delete__')


class EnumDict(dict):
    """The namespace of an enumeration's body: notes which names are members, in their order."""

    def __init__(self, name):
        super().__init__()
        self._cls_name = name
        self._member_names = {}
        self._ignore = []
        self._values = []
        self._generate = None

    def __setitem__(self, name, value):
        if name == '_ignore_':
            self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif name == '_generate_next_value_':
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
        elif _is_sunder(name):
            if name not in ('_order_', '_missing_', '_numeric_repr_', '_boundary_'):
                raise ValueError(f'_sunder_ names, such as {name!r}, are reserved for future Enum use')
        elif _is_dunder(name) or name in self._ignore or name.startswith(f'_{self._cls_name}__'):
            pass
        elif name in self._member_names:
            raise TypeError(f'{name!r} already defined as {self[name]!r}')
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            if name in self:
                raise TypeError(f'{name!r} already defined as {self[name]!r}')
            value = self._resolve(name, value.value if isinstance(value, member) else value)
            self._member_names[name] = None
            self._values.append(value)
        super().__setitem__(name, value)

    def update(self, members, **more):
        for name, value in (members.items() if hasattr(members, 'items') else members):
            self[name] = value
        for name, value in more.items():
            self[name] = value

    def _resolve(self, name, value):
        """A value with what stands for `auto()` chosen."""
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._generate(name, 1, len(self._member_names), self._values[:])
            return value.value
        if isinstance(value, tuple) and any([isinstance(item, auto) for item in value]):
            return tuple([self._resolve(name, item) for item in value])
        return value


class EnumType(type):
    """The metaclass: makes the members, and lets the class be iterated over and asked for them."""

    def __prepare__(name, bases, boundary=None, **kwds):
        namespace = EnumDict(name)
        for base in bases:
            generate = getattr(base, '_generate_next_value_', None)
            if generate is not None:
                namespace._generate = generate
                break
        return namespace

    __prepare__ = staticmethod(__prepare__)

    def __new__(meta, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if not isinstance(namespace, EnumDict):
            # Made by hand, not by a class statement.
            plain, namespace = namespace, meta.__prepare__(name, bases)
            namespace.update(plain)
        names = list(namespace._member_names)
        values = {key: namespace[key] for key in names}
        body = {key: value for key, value in namespace.items() if key not in values and key not in namespace._ignore}
        if '_generate_next_value_' in body:
            body['_generate_next_value_'] = staticmethod(namespace._generate)
        for key in names:
            if key == 'mro' or not key:
                raise ValueError(f'invalid enum member name(s) {key!r}')
        data_type, first_enum = _data_type(name, bases)
        body['_member_names_'] = []
        body['_member_map_'] = {}
        body['_value2member_map_'] = {}
        body['_unhashable_values_'] = []
        body['_member_type_'] = data_type
        make = body.get('__new__')
        if make is not None and first_enum is not None:
            # It makes the members, once; a call of the class looks one up.
            body['_new_member_'] = make
            del body['__new__']
        cls = super().__new__(meta, name, bases, body, **kwds)
        if first_enum is not None:
            _choose_texts(cls, data_type, first_enum, body)
        _add_members(cls, values, data_type)
        if first_enum is not None and Flag is not None and issubclass(cls, Flag):
            _finish_flag(cls, boundary)
        order = namespace.get('_order_')
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            if order != cls._member_names_:
                raise TypeError(f'member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}')
        return cls

    def __init__(cls, *args, **kwds):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return Enum.__new__(cls, value)
        return _functional(cls, value, names, module, qualname, type, start)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if not isinstance(value, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return False

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return iter([cls._member_map_[name] for name in reversed(cls._member_names_)])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    @_property
    def __members__(cls):
        from types import MappingProxyType
        return MappingProxyType(cls._member_map_)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls.__dict__['_member_map_'][name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        return sorted({*dir(object), '__members__', *cls._member_names_, *cls.__dict__})

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'


EnumMeta = EnumType
# Made below; the metaclass asks whether they are there.
Enum = Flag = None


def _data_type(name, bases):
    """The type that members are besides (`int` of an IntEnum), or object, and the enumeration among the bases."""
    if not bases:
        return object, None
    for base in bases:
        if isinstance(base, EnumType) and base._member_names_:
            raise TypeError(f'<enum {name!r}> cannot extend {base!r}')
    found = object
    for base in bases:
        for above in base.__mro__:
            if above is object:
                continue
            if isinstance(above, EnumType):
                if above._member_type_ is not object:
                    found = above._member_type_
                    break
            elif '__new__' in above.__dict__ or '__dataclass_fields__' in above.__dict__:
                found = above
                break
        if found is not object:
            break
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumType):
        raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
    return found, first_enum


def _choose_texts(cls, data_type, first_enum, body):
    """Where a mixed-in type brings texts of its own, those of the enumeration hold all the same."""
    for method in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if method in body:
            continue
        for base in cls.__mro__[1:]:
            if method in base.__dict__:
                if base in (object, data_type):
                    setattr(cls, method, getattr(first_enum, method))
                break


def _add_members(cls, values, data_type):
    """Makes the members."""
    make = cls.__dict__.get('_new_member_') or getattr(cls, '_new_member_', None)
    for name, value in values.items():
        args = value if isinstance(value, tuple) else (value,)
        if data_type is tuple:
            args = (value,)
        if make is not None:
            new = make(cls, *args)
        elif data_type is object:
            new = object.__new__(cls)
        else:
            new = data_type.__new__(cls, *args)
        if not hasattr(new, '_value_'):
            if make is not None or data_type is object:
                new._value_ = value
            else:
                try:
                    new._value_ = data_type(*args)
                except Exception:
                    new._value_ = value
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new._sort_order_ = len(cls._member_names_)
        if hasattr(type(new), '__init__') and cls.__init__ is not object.__init__:
            new.__init__(*args)
        known = _member_of(cls, new._value_)
        if known is not None:
            # A second name for a value that is there.
            new = known
        elif not issubclass(cls, Flag) if Flag is not None else True:
            cls._member_names_.append(name)
        elif isinstance(value, int) and value > 0 and value & (value - 1) == 0:
            cls._member_names_.append(name)
        type.__setattr__(cls, name, new)
        cls._member_map_[name] = new
        try:
            cls._value2member_map_.setdefault(value, new)
        except TypeError:
            cls._unhashable_values_.append((value, new))


def _member_of(cls, value):
    """The member with a value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known, made in cls._unhashable_values_:
            if known == value:
                return made
        return None


def _functional(cls, name, names, module, qualname, mixin, start):
    """`Enum('Color', 'RED GREEN')`."""
    namespace = EnumType.__prepare__(name, (cls,))
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    if hasattr(names, 'items'):
        pairs = list(names.items())
    else:
        names = list(names)
        if names and not isinstance(names[0], str):
            pairs = [tuple(pair) for pair in names]
        else:
            pairs = []
            last = []
            for place, one in enumerate(names):
                value = namespace._generate(one, start, place, last[:])
                last.append(value)
                pairs.append((one, value))
    for one, value in pairs:
        namespace[one] = value
    if module is None:
        import sys
        try:
            module = sys._getframe(2).f_globals['__name__']
        except (AttributeError, ValueError, KeyError):
            module = '__main__'
    namespace['__module__'] = module
    if qualname is not None:
        namespace['__qualname__'] = qualname
    bases = (cls,) if mixin is None else (mixin, cls)
    return type(cls)(name, bases, namespace)


class Enum(metaclass=EnumType):
    """A fixed set of named constants."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _member_of(cls, value)
        if found is not None:
            return found
        error = None
        try:
            found = cls._missing_(value)
        except Exception as raised:
            error = raised
        if isinstance(found, cls):
            return found
        if error is None and found is None:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        raise error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of `auto()`: one more than the highest so far."""
        if not last_values:
            return start
        try:
            return max([value for value in last_values]) + 1
        except TypeError:
            pass
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
        kind = type(self)._member_type_
        show = repr if kind is object or kind.__repr__ is object.__repr__ else kind.__repr__
        return f'<{type(self).__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __dir__(self):
        return sorted({*dir(type(self)), 'name', 'value'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """An enumeration whose members are shown by `str` and `format` as the type that they are besides."""


class IntEnum(int, ReprEnum):
    """Members are integers too."""

    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    """Members are strings too; `auto()` is the name in small letters."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        for value in values:
            if not isinstance(value, str):
                raise TypeError(f'{value!r} is not a string')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    __str__ = str.__str__
    __format__ = str.__format__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum):
    """Members that can be combined by `|`."""

    _boundary_ = STRICT

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The next power of two."""
        if not last_values:
            return start if start is not None else 1
        return 2 ** max([value for value in last_values]).bit_length()

    @classmethod
    def _missing_(cls, value):
        """A combination of members is made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, everything = cls._flag_mask_, cls._all_bits_
        given = value
        if not ~everything <= value <= everything or value & (everything ^ mask):
            boundary = cls._boundary_
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}')
            if boundary is CONFORM:
                value &= mask
            elif boundary is EJECT:
                return value
            elif boundary is KEEP and value < 0:
                value = max(everything + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += everything + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        made._value_ = value
        names = [one._name_ for one in cls._members_of(value)]
        unknown = value & ~mask
        if names:
            made._name_ = '|'.join(names)
            if unknown:
                made._name_ += f'|{unknown}'
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    @classmethod
    def _members_of(cls, value):
        return [one for one in cls if one._value_ & value]

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return iter(self._members_of(self._value_))

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __repr__(self):
        kind = type(self)._member_type_
        show = repr if kind is object else kind.__repr__
        if self._name_ is None:
            return f'<{type(self).__name__}: {show(self._value_)}>'
        return f'<{type(self).__name__}.{self._name_}: {show(self._value_)}>'

    def __str__(self):
        if self._name_ is None:
            return f'{type(self).__name__}({self._value_!r})'
        return f'{type(self).__name__}.{self._name_}'

    def _bits_of(self, other):
        """The bits of another operand, or None where it is none."""
        if isinstance(other, type(self)):
            return other._value_
        if type(self)._member_type_ is not object and isinstance(other, type(self)._member_type_):
            return other
        return None

    def __or__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ | bits)

    def __and__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ & bits)

    def __xor__(self, other):
        bits = self._bits_of(other)
        return NotImplemented if bits is None else type(self)(self._value_ ^ bits)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        cls = type(self)
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._flag_mask_ & ~self._value_)


# All bits that members have, and all below the highest of them.
Flag._flag_mask_ = Flag._all_bits_ = 0


def _finish_flag(cls, boundary):
    """What a flag knows of its bits."""
    if boundary is not None:
        type.__setattr__(cls, '_boundary_', boundary)
    mask = 0
    for made in cls._member_map_.values():
        if isinstance(made._value_, int):
            mask |= made._value_
    type.__setattr__(cls, '_flag_mask_', mask)
    type.__setattr__(cls, '_all_bits_', 2 ** mask.bit_length() - 1)
    cls._member_names_.sort(key=lambda name: cls._member_map_[name]._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are integers too."""

    __str__ = int.__repr__
    __format__ = int.__format__
    __or__ = Flag.__or__
    __and__ = Flag.__and__
    __xor__ = Flag.__xor__
    __ror__ = Flag.__ror__
    __rand__ = Flag.__rand__
    __rxor__ = Flag.__rxor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __bool__ = Flag.__bool__
    __repr__ = Flag.__repr__


def bin(number, width):
    """Bits as error messages show them: the sign, then the digits."""
    if number >= 0:
        return f'0b0 {number:0{width}b}'
    return f'0b1 {number + (1 << width):0{width}b}'


class EnumCheck(StrEnum):
    """What `verify` can check."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enumeration as a decorator."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                unique(enumeration)
            elif check is CONTINUOUS:
                values = {made._value_ for made in enumeration}
                low, high = min(values), max(values)
                missing = [value for value in range(low + 1, high) if value not in values]
                if missing:
                    raise ValueError(f"invalid enum {enumeration.__name__!r}: missing values {', '.join([str(one) for one in missing])}")
        return enumeration


def unique(enumeration):
    """Refuses an enumeration in which two names have one value."""
    duplicates = []
    for name, made in enumeration.__members__.items():
        if name != made.name:
            duplicates.append(f'{name} -> {made.name}')
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(duplicates)}")
    return enumeration


def global_enum(cls, update_str=False):
    """Puts the members into the module where the enumeration is."""
    import sys
    module = sys.modules[cls.__module__]
    for name, made in cls.__members__.items():
        setattr(module, name, made)
    return cls
