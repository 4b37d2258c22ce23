# Generic classes, protocols, and classes that are made of annotations.


class Generic:
    """The base of classes with type variables: `class Stack(Generic[T])`."""

    __slots__ = ()
    __parameters__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        args = tuple([_argument(arg) for arg in (args if isinstance(args, tuple) else (args,))])
        if cls is Generic or cls is Protocol:
            for arg in args:
                if not isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple, _Alias)):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
        else:
            if not cls.__parameters__:
                raise TypeError(f'{cls} is not a generic class')
            takes_any = any([isinstance(one, (ParamSpec, TypeVarTuple)) for one in cls.__parameters__])
            if len(args) != len(cls.__parameters__) and not takes_any:
                raise TypeError(
                    f"Too {'many' if len(args) > len(cls.__parameters__) else 'few'} arguments for {cls}; "
                    f'actual {len(args)}, expected {len(cls.__parameters__)}'
                )
        return _Alias(cls, args)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            aliases = [base for base in bases if isinstance(base, (_Alias, GenericAlias))]
            explicit = [base for base in aliases if base.__origin__ in (Generic, Protocol)]
            cls.__parameters__ = explicit[0].__parameters__ if explicit else _parameters_of(aliases)
        elif '__parameters__' not in cls.__dict__:
            cls.__parameters__ = ()


class _ProtocolMeta(type):
    """`isinstance` of a protocol that was made checkable looks for its members."""

    def __instancecheck__(cls, instance):
        if super().__instancecheck__(instance):
            return True
        if not cls.__dict__.get('_is_protocol'):
            return False
        _refuse_unchecked(cls)
        for name in _members(cls):
            if not hasattr(instance, name) or getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if super().__subclasscheck__(other):
            return True
        if not cls.__dict__.get('_is_protocol'):
            return False
        _refuse_unchecked(cls)
        if not all([callable(getattr(cls, name, None)) for name in _members(cls)]):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        for name in _members(cls):
            if getattr(other, name, None) is None:
                return False
        return True


def _refuse_unchecked(cls):
    if not cls.__dict__.get('_is_runtime_protocol'):
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


_NO_MEMBERS = frozenset(
    (
        '__module__ __dict__ __weakref__ __doc__ __parameters__ __orig_bases__ __init__ __new__ __slots__ __annotations__ _is_protocol '
        '_is_runtime_protocol __abstractmethods__ __subclasshook__ __init_subclass__ __class_getitem__ __qualname__ __match_args__ '
        '__hash__'
    ).split()
)


def _members(cls):
    """The names that a class must have to be of a protocol."""
    found = set()
    for base in cls.__mro__[:-1]:
        if base not in (Protocol, Generic):
            for name in (*base.__dict__, *base.__dict__.get('__annotations__', ())):
                if name not in _NO_MEMBERS:
                    found.add(name)
    return found


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of classes that say what others have to have, without being inherited from."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        # A protocol names Protocol among its bases; what merely inherits from one is an ordinary class.
        cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_instances


def _no_protocol_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_protocol_instances:
            return init(self, *args, **kwargs)


def runtime_checkable(cls):
    """Lets `isinstance` ask whether an object has what a protocol wants."""
    if not (isinstance(cls, type) and getattr(cls, '_is_protocol', False)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self) -> int: ...


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self) -> float: ...


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self) -> int: ...


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self) -> complex: ...


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self) -> bytes: ...


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    def __round__(self, ndigits: int = 0) -> T_co: ...


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    def __abs__(self) -> T_co: ...


# Classes made of annotations.


class _NamedTupleMeta(type):
    """Makes a named tuple of a class body with annotations."""

    def __new__(meta, name, bases, namespace):
        from collections import namedtuple

        hints = namespace.get('__annotations__', {})
        defaults = []
        for field in hints:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(
                    f'Non-default namedtuple field {field} cannot follow default field'
                    f"{'s' if len(defaults) > 1 else ''} "
                    f"{', '.join([known for known in hints if known in namespace][: len(defaults)])}"
                )
        made = namedtuple(name, list(hints), defaults=defaults, module=namespace.get('__module__'))
        made.__annotations__ = made.__new__.__annotations__ = {field: _argument(hint) for field, hint in hints.items()}
        for key, value in namespace.items():
            if key in _NAMEDTUPLE_OWN:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in made._fields and key not in ('__module__', '__qualname__', '__annotations__', '__orig_bases__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        for base in bases:
            if base is Generic:
                made.__class_getitem__ = classmethod(_Alias)
        return made


_NAMEDTUPLE_OWN = frozenset(
    ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict')
)


class _NamedTupleForm:
    """`NamedTuple`: a base class, and a function."""

    def __call__(self, typename, fields=(), /, **kwargs):
        from collections import namedtuple

        fields = list(kwargs.items()) if kwargs else list(fields)
        made = namedtuple(typename, [name for name, _ in fields], module=sys._getframe(1).f_globals.get('__name__'))
        made.__annotations__ = {name: _argument(hint) for name, hint in fields}
        return made

    def __mro_entries__(self, bases):
        return (_NamedTupleBase,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTupleForm()
_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _TypedDictMeta(type):
    """Makes a class whose call gives a plain dict."""

    def __new__(meta, name, bases, namespace, total=True):
        cls = type.__new__(meta, name, (dict,), namespace)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, hint in namespace.get('__annotations__', {}).items():
            hints[key] = hint = _argument(hint)
            origin = getattr(hint, '__origin__', None)
            if origin is Required or origin is not NotRequired and total:
                required.add(key)
            else:
                optional.add(key)
        cls.__annotations__ = hints
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    __subclasscheck__ = __instancecheck__


class _TypedDictForm:
    """`TypedDict`: a base class, and a function."""

    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        namespace = {'__annotations__': dict(kwargs if fields is None else fields)}
        namespace['__module__'] = sys._getframe(1).f_globals.get('__name__')
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictBase,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDictForm()
_TypedDictBase = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


class NewType(_Type):
    """A name of its own for a type; calling it gives the argument back."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = sys._getframe(1).f_globals.get('__name__', '__main__')

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(
            f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
            f'`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`'
        )

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'
