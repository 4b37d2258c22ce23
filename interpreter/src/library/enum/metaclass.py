# The metaclass of enumerations.


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
