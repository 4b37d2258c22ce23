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

_UNCHOSEN = object()

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
        return f'auto({"" if self.value is _UNCHOSEN else repr(self.value)})'


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


class EnumType(type):
    """The metaclass: makes the members, and lets the class be iterated over and asked for them."""

    @classmethod
    def __prepare__(meta, name, bases, **kwds):
        meta._check_for_existing_members_(name, bases)
        namespace = _EnumDict(name)
        _, first_enum = meta._get_mixins_(name, bases)
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(meta, name, bases, namespace, *, boundary=None, _simple=False, **kwds):
        for ignored in [*namespace.get('_ignore_', ()), '_ignore_']:
            namespace.pop(ignored, None)
        members = namespace._member_names
        invalid = set(members) & {'mro', ''}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(one) for one in invalid])}")
        order = namespace.pop('_order_', None)
        data_type, first_enum = meta._get_mixins_(name, bases)
        body = dict(namespace)
        make, is_own, use_args = meta._find_new_(body, data_type, first_enum)
        for one in members:
            body[one] = _Unmade(body[one])
        body.update(
            _new_member_=make,
            _use_args_=use_args,
            _member_names_=[],
            _member_map_={},
            _value2member_map_={},
            _unhashable_values_=[],
            _member_type_=data_type,
            _value_repr_=meta._find_data_repr_(name, bases),
            _boundary_=boundary or getattr(first_enum, '_boundary_', None),
            _flag_mask_=0,
            _singles_mask_=0,
            _all_bits_=0,
            _inverted_=None,
        )
        failure = None
        try:
            cls = super().__new__(meta, name, bases, body, **kwds)
        except RuntimeError as error:
            # What the making of a member raises comes wrapped.
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        _choose_texts(cls, bases, data_type, first_enum)
        if _is_flag(cls):
            for operator in _COMBINE:
                if operator not in cls.__dict__:
                    setattr(cls, operator, getattr(Flag, operator))
        if Enum is not None:
            if is_own:
                cls.__new_member__ = make
            cls.__new__ = Enum.__new__
        _finish_flag(cls, name)
        _check_order(cls, order)
        return cls

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            import warnings

            warnings.warn(
                'in 3.12 __contains__ will no longer raise TypeError, but will return True or\n'
                'False depending on whether the value is a member or the value of a member',
                DeprecationWarning,
                stacklevel=2,
            )
            raise TypeError(f"unsupported operand type(s) for 'in': '{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __dir__(cls):
        names = {
            '__class__',
            '__contains__',
            '__doc__',
            '__getitem__',
            '__iter__',
            '__len__',
            '__members__',
            '__module__',
            '__name__',
            '__qualname__',
            *cls._member_names_,
        }
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'flag' if _is_flag(cls) else 'enum'} {cls.__name__!r}>"

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        """`Enum('Color', 'RED GREEN')`."""
        meta = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        _, first_enum = cls._get_mixins_(class_name, bases)
        namespace = meta.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs = []
            for count, name in enumerate(names):
                pairs.append((name, first_enum._generate_next_value_(name, start, count, [value for _, value in pairs])))
            names = pairs
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals['__name__']
            except (AttributeError, ValueError, KeyError):
                pass
        if module is not None:
            namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return meta.__new__(meta, class_name, bases, namespace, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(meta, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(meta, class_name, bases):
        """The type that members are besides (`int` of an IntEnum), and the enumeration among the bases."""
        if not bases:
            return object, Enum
        meta._check_for_existing_members_(class_name, bases)
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return meta._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(meta, class_name, bases):
        """How values are shown: as the first base that says."""
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType):
                    return base._value_repr_
                if base is not object and '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(meta, class_name, bases):
        """The base that has a `__new__`, or the class below it that members extend."""
        found = set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.add(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.add(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {found!r}')
        return found.pop() if found else None

    @classmethod
    def _find_new_(meta, body, data_type, first_enum):
        """What makes members, whether it is the body's own, and whether it wants the value."""
        own = body.get('__new__')
        if own is not None:
            return own, first_enum is not None, first_enum is not None
        nothing = (None, None.__new__, object.__new__, Enum and Enum.__new__)
        for method in ('__new_member__', '__new__'):
            for possible in (data_type, first_enum):
                found = getattr(possible, method, None)
                if not any(found is one for one in nothing):
                    return found, False, first_enum is not None
        return object.__new__, False, False


EnumMeta = EnumType


def _choose_texts(cls, bases, data_type, first_enum):
    """Texts are the enumeration's even where a mixed-in type brings its own; a ReprEnum leaves `str` and `format` to that type."""
    if ReprEnum is not None and ReprEnum in bases:
        if data_type is object:
            raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e. int, str, float, etc.)')
        if '__format__' not in cls.__dict__:
            cls.__format__ = data_type.__format__
        if '__str__' not in cls.__dict__:
            cls.__str__ = data_type.__repr__ if data_type.__str__ is object.__str__ else data_type.__str__
    for method in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        if method not in cls.__dict__:
            found = getattr(cls, method, None)
            if found is getattr(data_type, method, None) or found is getattr(object, method, None):
                ours = getattr(first_enum, method, None)
                if ours is not None:
                    setattr(cls, method, ours)


def _finish_flag(cls, name):
    """A flag whose members are not in order of their values is iterated over in order of definition; others need no masks."""
    if not (_is_flag(cls) or Flag is None and name == 'Flag'):
        for attribute in ('_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_', '_inverted_'):
            delattr(cls, attribute)
    elif Flag is not None:
        values = [one._value_ for one in cls]
        if values != sorted(values):
            cls._iter_member_ = cls._iter_member_by_def_


def _check_order(cls, order):
    """`_order_` must name the members, aliases aside, as they come."""
    if not order:
        return
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    order = [name for name in order if name not in cls._member_map_ or name in cls._member_names_]
    if order != cls._member_names_:
        raise TypeError(f'member order does not match _order_:\n  {cls._member_names_!r}\n  {order!r}')


class Enum(metaclass=EnumType):  # noqa: F811
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
            stacklevel=4,
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


class ReprEnum(Enum):  # noqa: F811
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


class Flag(Enum, boundary=STRICT):  # noqa: F811
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


def unique(enumeration):
    """Refuses an enumeration where two names have one value."""
    duplicates = [f'{name} -> {one.name}' for name, one in enumeration.__members__.items() if name != one.name]
    if duplicates:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(duplicates)}")
    return enumeration


class EnumCheck(StrEnum):
    """What `verify` can look for."""

    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """A decorator: refuses an enumeration that does not keep certain rules."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._unique(enumeration)
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named_flags(enumeration)
        return enumeration

    def _unique(self, enumeration):
        duplicates = [f'{name} -> {one.name}' for name, one in enumeration.__members__.items() if name != one.name]
        if duplicates:
            raise ValueError(f"aliases found in {enumeration!r}: {', '.join(duplicates)}")

    def _continuous(self, enumeration):
        kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
        values = {one.value for one in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if kind == 'flag':
            wanted = [2**power for power in range(low.bit_length(), high.bit_length() - 1)]
        else:
            wanted = range(low + 1, high)
        missing = [value for value in wanted if value not in values]
        if missing:
            raise ValueError(
                f"invalid {kind} {enumeration.__name__!r}: missing values {', '.join([str(value) for value in missing])}"[:256]
            )

    def _named_flags(self, enumeration):
        named = {one._value_ for one in enumeration}
        names = []
        missing = 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias._value_ < 0:
                continue
            unnamed = [bit for bit in _bits(alias._value_) if bit not in named]
            if unnamed:
                names.append(name)
                for bit in unnamed:
                    missing |= bit
        if not names:
            return
        if len(names) == 1:
            who = f'alias {names[0]} is missing'
        else:
            who = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        if _is_single_bit(missing):
            what = f'value 0x{missing:x}'
        else:
            what = f'combined values of 0x{missing:x}'
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {who} {what} [use enum.show_flag_values(value) for details]')


def global_enum_repr(self):
    """A member as `module.NAME`."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    if _is_single_bit(self):
        return f'{module}.{self._name_}'
    keeps = self._boundary_ is KEEP
    return '|'.join([name if keeps and name[0].isdigit() else f'{module}.{name}' for name in self._name_.split('|')])


def global_str(self):
    if self._name_ is None:
        return f'{self.__class__.__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    """A decorator: the members become variables of the module, and are shown as such."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
