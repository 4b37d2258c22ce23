"""Enumerations: classes whose members are a fixed set of named constants.

https://docs.python.org/3.11/library/enum.html

The body of an enumeration runs in an `_EnumDict`, which notes what will be a member. `EnumType.__new__` puts an `_Unmade` in its place, and as the
class is made, its `__set_name__` makes the member: so members are there before `__init_subclass__` runs.
"""

import sys
from builtins import property as _property
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    'EnumType',
    'EnumMeta',
    'Enum',
    'IntEnum',
    'StrEnum',
    'Flag',
    'IntFlag',
    'ReprEnum',
    'auto',
    'unique',
    'property',
    'verify',
    'member',
    'nonmember',
    'FlagBoundary',
    'STRICT',
    'CONFORM',
    'EJECT',
    'KEEP',
    'global_flag_repr',
    'global_enum_repr',
    'global_str',
    'global_enum',
    'EnumCheck',
    'CONTINUOUS',
    'NAMED_FLAGS',
    'UNIQUE',
    'pickle_by_global_name',
    'pickle_by_enum_name',
]

# Made below; the metaclass asks whether they are there yet.
Enum = ReprEnum = Flag = EJECT = KEEP = STRICT = CONFORM = None


class _Unchosen:
    """What `auto()` is to get yet."""

    def __repr__(self):
        return '_auto_null'


_UNCHOSEN = _Unchosen()

# Names of the form `_x_` that a body may define.
_SUNDERS = (
    '_order_',
    '_generate_next_value_',
    '_numeric_repr_',
    '_missing_',
    '_ignore_',
    '_iter_member_',
    '_iter_member_by_value_',
    '_iter_member_by_def_',
)

_COMBINE = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')


class auto:
    """A value that the enumeration chooses itself."""

    def __init__(self, value=_UNCHOSEN):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class member:
    """Makes a member of what would not be one, as a function."""

    def __init__(self, value):
        self.value = value


class nonmember:
    """Keeps something from being made a member."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members that leaves the name free for a member: on the class it finds that."""

    member = None

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            if self.fget is not None:
                return self.fget(instance)
            raise AttributeError(f'{ownerclass!r} member has no attribute {self.name!r}')
        if self.member is not None:
            return self.member
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}') from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(cls_name, name):
    prefix = f'_{cls_name}__'
    return len(name) > len(prefix) and name.startswith(prefix) and (name[-1] != '_' or name[-2] != '_')


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_class_inside(cls_name, value):
    """Whether the value is a class that was defined in the body of the enumeration."""
    if not isinstance(value, type):
        return False
    return value.__qualname__ == f'{cls_name}.{value.__name__}' or value.__qualname__.endswith(f'.{cls_name}.{value.__name__}')


def _is_flag(cls):
    return Flag is not None and issubclass(cls, Flag)


def _is_single_bit(number):
    return number != 0 and number & (number - 1) == 0


def _bits(number):
    """Its bits, the lowest first."""
    while number:
        bit = number & (~number + 1)
        yield bit
        number ^= bit


def bin(num, max_bits=None):
    """A number's bits behind its sign: `0b0 0101`; negative ones in two's complement."""
    ceiling = 2 ** num.bit_length()
    sign = '0' if num >= 0 else '1'
    digits = format(num + (ceiling if num >= 0 else 2 * ceiling), 'b')[1:]
    if max_bits is not None:
        digits = digits.rjust(max_bits, sign)
    return f'0b{sign} {digits}'


def show_flag_values(value):
    return list(_bits(value))


class _EnumDict(dict):
    """The namespace of an enumeration's body: notes which names are members, in their order."""

    def __init__(self, cls_name):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._has_chosen = False
        self._generate_next_value = None

    def __setitem__(self, name, value):
        if _is_class_inside(self._cls_name, value):
            import warnings

            warnings.warn(
                'In 3.13 classes created inside an enum will not become a member.  '
                'Use the `member` decorator to keep the current behavior.',
                DeprecationWarning,
                stacklevel=2,
            )
        if _is_private(self._cls_name, name):
            pass
        elif _is_sunder(name):
            value = self._sunder(name, value)
        elif _is_dunder(name):
            if name == '__order__':
                name = '_order_'
        elif name in self._member_names:
            raise TypeError(f'{name!r} already defined as {self[name]!r}')
        elif name in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value):
            value = self._new_member(name, value)
        super().__setitem__(name, value)

    def _sunder(self, name, value):
        if name not in _SUNDERS:
            raise ValueError(f'_sunder_ names, such as {name!r}, are reserved for future Enum use')
        if name == '_generate_next_value_':
            if self._has_chosen:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif name == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _new_member(self, name, value):
        """Notes a member, and answers its value, with what stands for `auto()` chosen."""
        if name in self:
            raise TypeError(f'{name!r} already defined as {self[name]!r}')
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._choose(name, value)
        elif type(value) is tuple and any(isinstance(part, auto) for part in value):
            value = tuple([self._choose(name, part) if isinstance(part, auto) else part for part in value])
        else:
            self._last_values.append(value)
        self._member_names[name] = None
        return value

    def _choose(self, name, chosen):
        if chosen.value is _UNCHOSEN:
            chosen.value = self._generate_next_value(name, 1, len(self._member_names), self._last_values[:])
            self._has_chosen = True
        self._last_values.append(chosen.value)
        return chosen.value

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, 'items') else members
        for name, value in [*pairs, *more_members.items()]:
            self[name] = value


class _Unmade:
    """Stands in the class for a member that is still to be made."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        delattr(cls, name)
        made = self._make(cls, name)
        value = made._value_
        known = _member_of(cls, value)
        if known is not None:
            # A second name for a value that is there.
            made = known
        elif not _is_flag(cls) or _is_single_bit(value):
            cls._member_names_.append(name)
        setattr(cls, name, _redirect(cls, name, made) or made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)

    def _make(self, cls, name):
        args = self.value if isinstance(self.value, tuple) else (self.value,)
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            made._value_ = self.value if cls._member_type_ is object else self._value_of(cls, args)
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        if _is_flag(cls):
            cls._flag_mask_ |= made._value_
            if _is_single_bit(made._value_):
                cls._singles_mask_ |= made._value_
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        return made

    def _value_of(self, cls, args):
        try:
            return cls._member_type_(*args)
        except Exception as error:
            raise TypeError('_value_ not set in __new__, unable to create it') from error


def _member_of(cls, value):
    """The member with a value, or None. Values that have no hash are compared one by one."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for known in cls._member_map_.values():
            if known._value_ == value:
                return known
        return None


def _redirect(cls, name, made):
    """Where a base has a property of a member's name: a property for both."""
    found = None
    for base in cls.__mro__[1:]:
        descriptor = base.__dict__.get(name)
        if isinstance(descriptor, (property, DynamicClassAttribute)):
            found = descriptor
            break
        if hasattr(descriptor, 'fget') and hasattr(descriptor, 'fset') and hasattr(descriptor, 'fdel'):
            found = descriptor
    if found is None:
        return None
    redirect = property(found.fget, found.fset, found.fdel)
    redirect.member = made
    redirect.__set_name__(cls, name)
    return redirect
