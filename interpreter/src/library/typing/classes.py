# Generic classes, protocols, and classes that are made of annotations.


class Generic:
    """The base of classes with type variables: `class Stack(Generic[T])`."""

    __slots__ = ()
    __parameters__ = ()
    _is_protocol = False

    def __class_getitem__(cls, args):
        args = tuple([_converted(arg) for arg in (args if isinstance(args, tuple) else (args,))])
        if cls is Generic or cls is Protocol:
            if not args:
                raise TypeError(f'Parameter list to {cls.__name__}[...] cannot be empty')
            for arg in args:
                if not isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple, _GenericAlias)):
                    raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
            if len(set(args)) < len(args):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        else:
            if not cls.__parameters__:
                raise TypeError(f'{cls} is not a generic class')
            given = []
            for parameter, arg in _chosen(cls, args).items():
                if isinstance(parameter, TypeVarTuple):
                    given.extend(arg)
                else:
                    given.append(arg)
            args = tuple(given)
        return _GenericAlias(cls, args)

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        is_plain = Generic in (cls.__bases__ if bases is None else bases)
        if is_plain and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        if bases is not None:
            cls.__parameters__ = _parameters_of_bases(bases)
        elif '__parameters__' not in cls.__dict__:
            cls.__parameters__ = ()


def _parameters_of_bases(bases):
    """The type variables of a class: those of its bases, or those of `Generic[...]` among them, which has to list all."""
    aliases = [base for base in bases if isinstance(base, (_GenericAlias, GenericAlias))]
    used = _parameters_of(aliases)
    listed = [base.__parameters__ for base in aliases if base.__origin__ is Generic]
    if not listed:
        return used
    if len(listed) > 1:
        raise TypeError('Cannot inherit from Generic[...] multiple times.')
    missing = [repr(variable) for variable in used if variable not in listed[0]]
    if missing:
        names = ', '.join([repr(variable) for variable in listed[0]])
        raise TypeError(f'Some type variables ({", ".join(missing)}) are not listed in Generic[{names}]')
    return listed[0]


class _ProtocolMeta(ABCMeta):
    """`isinstance` of a protocol that was made checkable looks for its members."""

    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol'):
            return super().__instancecheck__(instance)
        _refuse_unchecked(cls)
        if type.__instancecheck__(cls, instance):
            return True
        for name in _members(cls):
            if not hasattr(instance, name) or getattr(instance, name) is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get('_is_protocol'):
            return super().__subclasscheck__(other)
        _refuse_unchecked(cls)
        if type.__subclasscheck__(cls, other):
            return True
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
        '__hash__ _abc_impl'
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
        if cls._is_protocol:
            for base in cls.__bases__:
                if not _may_be_base(base):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_instances


_BASES_ALLOWED = frozenset(
    (
        'Callable Awaitable Iterable Iterator AsyncIterable Hashable Sized Container Collection Reversible AbstractContextManager '
        'AbstractAsyncContextManager'
    ).split()
)


def _may_be_base(base):
    """Whether a protocol may inherit from a class."""
    if base is object or base is Generic or issubclass(base, Generic) and base._is_protocol:
        return True
    return base.__module__ in ('collections.abc', 'contextlib') and base.__name__ in _BASES_ALLOWED


def _no_protocol_instances(self, *args, **kwargs):
    if type(self)._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    for base in type(self).__mro__:
        init = base.__dict__.get('__init__')
        if init is not None and init is not _no_protocol_instances:
            return init(self, *args, **kwargs)


def runtime_checkable(cls):
    """Lets `isinstance` ask whether an object has what a protocol wants."""
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    @abstractmethod
    def __int__(self) -> int: ...


@runtime_checkable
class SupportsFloat(Protocol):
    @abstractmethod
    def __float__(self) -> float: ...


@runtime_checkable
class SupportsIndex(Protocol):
    @abstractmethod
    def __index__(self) -> int: ...


@runtime_checkable
class SupportsComplex(Protocol):
    @abstractmethod
    def __complex__(self) -> complex: ...


@runtime_checkable
class SupportsBytes(Protocol):
    @abstractmethod
    def __bytes__(self) -> bytes: ...


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co: ...


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    @abstractmethod
    def __abs__(self) -> T_co: ...


# Classes made of annotations.


class _NamedTupleMeta(type):
    """Makes a named tuple of a class body with annotations."""

    def __new__(meta, name, bases, namespace):
        from collections import namedtuple

        for base in bases:
            if base is not _NamedTupleBase and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
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
        made.__annotations__ = made.__new__.__annotations__ = {
            field: _argument(hint, f'field {field} annotation must be a type') for field, hint in hints.items()
        }
        for key, value in namespace.items():
            if key in _NAMEDTUPLE_OWN:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in made._fields and key not in ('__module__', '__qualname__', '__annotations__'):
                setattr(made, key, value)
        made.__qualname__ = namespace.get('__qualname__', name)
        for base in bases:
            if base is Generic:
                made.__class_getitem__ = classmethod(_GenericAlias)
        return made


_NAMEDTUPLE_OWN = frozenset(
    ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict')
)


def NamedTuple(typename, fields=None, /, **kwargs):
    """A base class, and a function: a tuple class whose items have names and types."""
    from collections import namedtuple

    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    hints = {name: _argument(hint, f'field {name} annotation must be a type') for name, hint in fields}
    made = namedtuple(typename, hints, module=sys._getframe(1).f_globals.get('__name__'))
    made.__annotations__ = made.__new__.__annotations__ = hints
    return made


NamedTuple.__mro_entries__ = lambda bases: (_NamedTupleBase,)
_NamedTupleBase = type.__new__(_NamedTupleMeta, 'NamedTuple', (), {})


class _TypedDictMeta(type):
    """Makes a class whose call gives a plain dict."""

    def __new__(meta, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        cls = type.__new__(meta, name, (dict,), namespace)
        hints, required, optional = {}, set(), set()
        for base in bases:
            hints.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, hint in namespace.get('__annotations__', {}).items():
            hints[key] = hint = _argument(hint, "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type")
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


def TypedDict(typename, fields=None, /, *, total=True, **kwargs):
    """A base class, and a function: a dict whose keys have types."""
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    if kwargs:
        import warnings

        warnings.warn(
            'The kwargs-based syntax for TypedDict definitions is deprecated in Python 3.11, will be removed in Python 3.13, '
            'and may not be understood by third-party type checkers.',
            DeprecationWarning,
            stacklevel=2,
        )
    namespace = {'__annotations__': dict(fields), '__module__': sys._getframe(1).f_globals.get('__name__')}
    return _TypedDictMeta(typename, (), namespace, total=total)


TypedDict.__mro_entries__ = lambda bases: (_TypedDictBase,)
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
        supertype = self.__name__

        class Refusing:
            def __init_subclass__(cls):
                name = cls.__name__
                raise TypeError(
                    f'Cannot subclass an instance of NewType. Perhaps you were looking for: `{name} = NewType({name!r}, {supertype})`'
                )

        return (Refusing,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'
