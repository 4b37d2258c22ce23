"""Names for annotations. Nothing here checks anything: a name, subscripted, is an object that shows what was written.

https://docs.python.org/3.11/library/typing.html
"""

import sys
from types import GenericAlias, UnionType, _type_text

# The names and their order are CPython's.
__all__ = [
    'Annotated',
    'Any',
    'Callable',
    'ClassVar',
    'Concatenate',
    'Final',
    'ForwardRef',
    'Generic',
    'Literal',
    'Optional',
    'ParamSpec',
    'Protocol',
    'Tuple',
    'Type',
    'TypeVar',
    'TypeVarTuple',
    'Union',
    'AbstractSet',
    'ByteString',
    'Container',
    'ContextManager',
    'Hashable',
    'ItemsView',
    'Iterable',
    'Iterator',
    'KeysView',
    'Mapping',
    'MappingView',
    'MutableMapping',
    'MutableSequence',
    'MutableSet',
    'Sequence',
    'Sized',
    'ValuesView',
    'Awaitable',
    'AsyncIterator',
    'AsyncIterable',
    'Coroutine',
    'Collection',
    'AsyncGenerator',
    'AsyncContextManager',
    'Reversible',
    'SupportsAbs',
    'SupportsBytes',
    'SupportsComplex',
    'SupportsFloat',
    'SupportsIndex',
    'SupportsInt',
    'SupportsRound',
    'ChainMap',
    'Counter',
    'Deque',
    'Dict',
    'DefaultDict',
    'List',
    'OrderedDict',
    'Set',
    'FrozenSet',
    'NamedTuple',
    'TypedDict',
    'Generator',
    'BinaryIO',
    'IO',
    'Match',
    'Pattern',
    'TextIO',
    'AnyStr',
    'assert_type',
    'assert_never',
    'cast',
    'clear_overloads',
    'dataclass_transform',
    'final',
    'get_args',
    'get_origin',
    'get_overloads',
    'get_type_hints',
    'is_typeddict',
    'LiteralString',
    'Never',
    'NewType',
    'no_type_check',
    'no_type_check_decorator',
    'NoReturn',
    'NotRequired',
    'overload',
    'ParamSpecArgs',
    'ParamSpecKwargs',
    'Required',
    'reveal_type',
    'runtime_checkable',
    'Self',
    'Text',
    'TYPE_CHECKING',
    'TypeAlias',
    'TypeGuard',
    'Unpack',
]

TYPE_CHECKING = False


# What stands in annotations.


class _Type:
    """What can be one of `X | Y`."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


def _argument(arg):
    """An argument as annotations keep it: None is its type, a string a reference to be looked up."""
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _show(thing):
    """A type as annotations show it."""
    if thing is type(None):
        return 'NoneType'
    if isinstance(thing, type) and not isinstance(thing, GenericAlias):
        return _type_text(thing)
    if thing is ...:
        return '...'
    if type(thing) is type(_show):
        return thing.__name__
    if isinstance(thing, list):
        return '[' + ', '.join([_show(item) for item in thing]) + ']'
    return repr(thing)


def _parameters_of(args):
    """The type variables in these arguments, each once."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            inner = (arg,)
        elif isinstance(arg, list):
            inner = _parameters_of(arg)
        else:
            inner = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
        for parameter in inner:
            if parameter not in found:
                found.append(parameter)
    return tuple(found)


class _Alias(_Type):
    """A name with arguments: `List[int]`."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters_of(self.__args__)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        args = args if isinstance(args, tuple) else (args,)
        if len(args) != len(self.__parameters__):
            raise TypeError(
                f"Too {'many' if len(args) > len(self.__parameters__) else 'few'} arguments for {self!r}; "
                f'actual {len(args)}, expected {len(self.__parameters__)}'
            )
        chosen = dict(zip(self.__parameters__, [_argument(arg) for arg in args]))
        new = []
        for arg in self.__args__:
            inner = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
            if isinstance(arg, (TypeVar, ParamSpec)):
                new.append(chosen[arg])
            elif inner:
                new.append(arg[tuple([chosen[parameter] for parameter in inner])])
            else:
                new.append(arg)
        if self.__origin__ is Union:
            return Union[tuple(new)]
        if isinstance(self, _AnnotatedAlias):
            return _AnnotatedAlias(new[0], self.__metadata__)
        return type(self)(self.__origin__, tuple(new), self._name)

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _Special):
            raise TypeError(f'Cannot instantiate {self.__origin__!r}')
        if self._name is not None:
            name = f'{self.__origin__.__module__}.{self.__origin__.__qualname__}'.removeprefix('builtins.')
            raise TypeError(f'Type {self._name} cannot be instantiated; use {name}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Generic:
            # Not where another base brings it along.
            for base in bases:
                if (
                    base is not self
                    and isinstance(base, _Alias)
                    and isinstance(base.__origin__, type)
                    and issubclass(base.__origin__, Generic)
                ):
                    return ()
            return (Generic,)
        if self._name is None:
            return (origin,)
        entries = [] if origin in bases else [origin]
        for base in bases[bases.index(self) + 1 :]:
            if isinstance(base, (_Alias, _Deprecated)) or isinstance(base, type) and issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        return self.__subclasscheck__(type(instance))

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            for arg in self.__args__:
                if issubclass(cls, arg):
                    return True
            return False
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __eq__(self, other):
        if not isinstance(other, (_Alias, UnionType)):
            return NotImplemented
        if self.__origin__ is Union:
            return (
                isinstance(other, UnionType)
                and set(self.__args__) == set(other.__args__)
                or isinstance(other, _Alias)
                and other.__origin__ is Union
                and set(self.__args__) == set(other.__args__)
            )
        return isinstance(other, _Alias) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        if self._name == 'Unpack':
            return f'*{_show(self.__args__[0])}'
        if self._name is not None:
            name = f'typing.{self._name}'
        else:
            name = _show(self.__origin__)
        return f"{name}[{', '.join([_show(arg) for arg in self.__args__]) or '()'}]"


class _CallableAlias(_Alias):
    """`Callable[[int], str]`, whose parameters stand before its result."""

    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (
            parameters[0] is ...
            or isinstance(parameters[0], (ParamSpec, _Alias))
            and getattr(parameters[0], '_name', 'Concatenate') == 'Concatenate'
        ):
            return f'typing.Callable[{_show(parameters[0])}, {_show(result)}]'
        return f"typing.Callable[[{', '.join([_show(one) for one in parameters])}], {_show(result)}]"


class _AnnotatedAlias(_Alias):
    """`Annotated[int, 'what it means']`."""

    def __init__(self, origin, metadata):
        super().__init__(origin, (origin,), 'Annotated')
        self.__metadata__ = metadata

    def __repr__(self):
        return f"typing.Annotated[{_show(self.__origin__)}, {', '.join([repr(note) for note in self.__metadata__])}]"

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))


class _LiteralAlias(_Alias):
    """`Literal['r', 'w']`: values instead of types."""

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(arg) for arg in self.__args__]) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return {(type(arg), arg) for arg in self.__args__} == {(type(arg), arg) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(arg), arg) for arg in self.__args__]))


class _Special(_Type):
    """A name that stands for itself: `Final`, `Self`."""

    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    def __getitem__(self, args):
        if self._subscript is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._subscript(self, args)

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __hash__(self):
        return hash(self._name)

    def __repr__(self):
        return f'typing.{self._name}'


# How many arguments a name takes, where not any number.
_COUNTS = {
    'List': 1,
    'Dict': 2,
    'Set': 1,
    'FrozenSet': 1,
    'Type': 1,
    'DefaultDict': 2,
    'OrderedDict': 2,
    'Counter': 1,
    'ChainMap': 2,
    'Deque': 1,
    'AbstractSet': 1,
    'ContextManager': 1,
    'AsyncContextManager': 1,
    'Awaitable': 1,
    'Coroutine': 3,
    'AsyncIterable': 1,
    'AsyncIterator': 1,
    'AsyncGenerator': 2,
    'Iterable': 1,
    'Iterator': 1,
    'Generator': 3,
    'Reversible': 1,
    'Container': 1,
    'Collection': 1,
    'MutableSet': 1,
    'Mapping': 2,
    'MutableMapping': 2,
    'MappingView': 1,
    'KeysView': 1,
    'ItemsView': 2,
    'ValuesView': 1,
    'Sequence': 1,
    'MutableSequence': 1,
    'Pattern': 1,
    'Match': 1,
    'Hashable': 0,
    'Sized': 0,
    'ByteString': 0,
}


class _Deprecated(_Type):
    """An old name of a class: `List` of `list`, `Iterator` of `collections.abc.Iterator`. The class is looked up when it is needed."""

    def __init__(self, name, origin, module=None):
        self._name = name
        self._origin = origin
        self._module = module

    @property
    def __origin__(self):
        if self._module is not None:
            if self._module == 'collections':
                import collections as module
            elif self._module == 'contextlib':
                import contextlib as module
            elif self._module == 're':
                import re as module
            else:
                import collections.abc as module
            self._origin = getattr(module, self._origin)
            self._module = None
        return self._origin

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        wanted = _COUNTS.get(self._name)
        if wanted is not None and len(args) != wanted:
            few = 'many' if len(args) > wanted else 'few'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {wanted}')
        return _Alias(self.__origin__, tuple([_argument(arg) for arg in args]), self._name)

    def __call__(self, *args, **kwargs):
        name = f'{self.__origin__.__module__}.{self.__origin__.__qualname__}'.removeprefix('builtins.')
        raise TypeError(f'Type {self._name} cannot be instantiated; use {name}() instead')

    __mro_entries__ = _Alias.__mro_entries__

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __repr__(self):
        return f'typing.{self._name}'


class _Callable(_Deprecated):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        parameters = tuple([_argument(arg) for arg in parameters]) if isinstance(parameters, list) else (_argument(parameters),)
        return _CallableAlias(self.__origin__, (*parameters, _argument(result)), 'Callable')


def _one(form, arg):
    """A subscript of one type."""
    if isinstance(arg, tuple):
        raise TypeError(f'{form!r} accepts only single type. Got {arg!r}.')
    return _Alias(form, (_argument(arg),), form._name)


def _union(form, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    members = []
    for arg in args if isinstance(args, tuple) else (args,):
        arg = _argument(arg)
        inner = arg.__args__ if isinstance(arg, UnionType) or isinstance(arg, _Alias) and arg.__origin__ is Union else (arg,)
        for member in inner:
            if member not in members:
                members.append(member)
    if len(members) == 1:
        return members[0]
    return _UnionGenericAlias(form, tuple(members), 'Union')


class _UnionGenericAlias(_Alias):
    """`Union[int, str]`."""

    def __repr__(self):
        if len(self.__args__) == 2 and type(None) in self.__args__:
            other = self.__args__[0] if self.__args__[1] is type(None) else self.__args__[1]
            return f'typing.Optional[{_show(other)}]'
        return super().__repr__()


def _optional(form, arg):
    if isinstance(arg, tuple):
        raise TypeError(f'typing.Optional requires a single type. Got {arg!r}.')
    return Union[_one(form, arg).__args__[0], type(None)]


def _literal(form, args):
    kept = []
    for arg in args if isinstance(args, tuple) else (args,):
        for value in arg.__args__ if isinstance(arg, _LiteralAlias) else (arg,):
            if not any([type(value) is type(known) and value == known for known in kept]):
                kept.append(value)
    return _LiteralAlias(form, tuple(kept), 'Literal')


def _annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, *notes = args
    if isinstance(origin, _AnnotatedAlias):
        return _AnnotatedAlias(origin.__origin__, (*origin.__metadata__, *notes))
    return _AnnotatedAlias(_argument(origin), tuple(notes))


def _concatenate(form, args):
    return _Alias(form, args if isinstance(args, tuple) else (args,), 'Concatenate')


Union = _Special('Union', _union)
Optional = _Special('Optional', _optional)
Literal = _Special('Literal', _literal)
Annotated = _Special('Annotated', _annotated)
Concatenate = _Special('Concatenate', _concatenate)
ClassVar = _Special('ClassVar', _one)
Final = _Special('Final', _one)
TypeGuard = _Special('TypeGuard', _one)
Required = _Special('Required', _one)
NotRequired = _Special('NotRequired', _one)
Unpack = _Special('Unpack', _one)
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
LiteralString = _Special('LiteralString')
TypeAlias = _Special('TypeAlias')


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


List = _Deprecated('List', list)
Dict = _Deprecated('Dict', dict)
Set = _Deprecated('Set', set)
FrozenSet = _Deprecated('FrozenSet', frozenset)
Tuple = _Deprecated('Tuple', tuple)
Type = _Deprecated('Type', type)
Callable = _Callable('Callable', 'Callable', 'collections.abc')

DefaultDict = _Deprecated('DefaultDict', 'defaultdict', 'collections')
OrderedDict = _Deprecated('OrderedDict', 'OrderedDict', 'collections')
Counter = _Deprecated('Counter', 'Counter', 'collections')
ChainMap = _Deprecated('ChainMap', 'ChainMap', 'collections')
Deque = _Deprecated('Deque', 'deque', 'collections')
AbstractSet = _Deprecated('AbstractSet', 'Set', 'collections.abc')
ContextManager = _Deprecated('ContextManager', 'AbstractContextManager', 'contextlib')
AsyncContextManager = _Deprecated('AsyncContextManager', 'AbstractAsyncContextManager', 'contextlib')
Hashable = _Deprecated('Hashable', 'Hashable', 'collections.abc')
Awaitable = _Deprecated('Awaitable', 'Awaitable', 'collections.abc')
Coroutine = _Deprecated('Coroutine', 'Coroutine', 'collections.abc')
AsyncIterable = _Deprecated('AsyncIterable', 'AsyncIterable', 'collections.abc')
AsyncIterator = _Deprecated('AsyncIterator', 'AsyncIterator', 'collections.abc')
AsyncGenerator = _Deprecated('AsyncGenerator', 'AsyncGenerator', 'collections.abc')
Iterable = _Deprecated('Iterable', 'Iterable', 'collections.abc')
Iterator = _Deprecated('Iterator', 'Iterator', 'collections.abc')
Generator = _Deprecated('Generator', 'Generator', 'collections.abc')
Reversible = _Deprecated('Reversible', 'Reversible', 'collections.abc')
Sized = _Deprecated('Sized', 'Sized', 'collections.abc')
Container = _Deprecated('Container', 'Container', 'collections.abc')
Collection = _Deprecated('Collection', 'Collection', 'collections.abc')
MutableSet = _Deprecated('MutableSet', 'MutableSet', 'collections.abc')
Mapping = _Deprecated('Mapping', 'Mapping', 'collections.abc')
MutableMapping = _Deprecated('MutableMapping', 'MutableMapping', 'collections.abc')
MappingView = _Deprecated('MappingView', 'MappingView', 'collections.abc')
KeysView = _Deprecated('KeysView', 'KeysView', 'collections.abc')
ItemsView = _Deprecated('ItemsView', 'ItemsView', 'collections.abc')
ValuesView = _Deprecated('ValuesView', 'ValuesView', 'collections.abc')
Sequence = _Deprecated('Sequence', 'Sequence', 'collections.abc')
MutableSequence = _Deprecated('MutableSequence', 'MutableSequence', 'collections.abc')
Pattern = _Deprecated('Pattern', 'Pattern', 're')
Match = _Deprecated('Match', 'Match', 're')
ByteString = _Deprecated('ByteString', 'ByteString', 'collections.abc')


# Variables.


class TypeVar(_Type):
    """A type that is chosen where a generic class or function is used."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__constraints__ = tuple([_argument(one) for one in constraints])
        self.__bound__ = None if bound is None else _argument(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __typing_subst__(self, arg):
        # By this method, `types.GenericAlias` knows a type variable.
        return arg

    def __repr__(self):
        return ('+' if self.__covariant__ else '-' if self.__contravariant__ else '~') + self.__name__


class ParamSpec(_Type):
    """The parameters of a function that are chosen where a decorator is used."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.args = ParamSpecArgs(self)
        self.kwargs = ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        return arg

    def __repr__(self):
        return f'~{self.__name__}'


class ParamSpecArgs:
    """`P.args`."""

    _part = 'args'

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._part}'

    def __eq__(self, other):
        return self.__origin__ == other.__origin__ if type(other) is type(self) else NotImplemented

    __hash__ = None


class ParamSpecKwargs(ParamSpecArgs):
    """`P.kwargs`."""

    _part = 'kwargs'


class TypeVarTuple(_Type):
    """Any number of types."""

    def __init__(self, name):
        self.__name__ = name

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class ForwardRef(_Type):
    """A type that is named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        return self.__forward_arg__ == other.__forward_arg__ if isinstance(other, ForwardRef) else NotImplemented

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)
Text = str


# Generic classes and protocols.


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


# Functions.


def cast(typ, val):
    """Tells a checker that `val` is of this type; gives it back."""
    return val


def overload(func):
    """One of several signatures of a function, for checkers: the last definition is the one that runs."""
    function = getattr(func, '__func__', func)
    try:
        known = _overloads.setdefault((function.__module__, function.__qualname__), {})
        known[function.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


_overloads = {}


def get_overloads(func):
    """The signatures given by `overload`."""
    function = getattr(func, '__func__', func)
    return list(_overloads.get((function.__module__, function.__qualname__), {}).values())


def clear_overloads():
    """Forgets the signatures."""
    _overloads.clear()


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be '
        'followed by an implementation that is not @overload-ed.'
    )


def final(f):
    """Says that a class or a method is not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    arg.__no_type_check__ = True
    return arg


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def dataclass_transform(**kwargs):
    return lambda cls_or_fn: cls_or_fn


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    """`list` of `List[int]`; None of what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, GenericAlias, _Deprecated)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def get_args(tp):
    """`(int,)` of `List[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias) and tp.__args__[0] is not ... and not isinstance(tp.__args__[0], ParamSpec):
        return list(tp.__args__[:-1]), tp.__args__[-1]
    if isinstance(tp, (_Alias, GenericAlias, UnionType)):
        return tp.__args__
    return ()


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class with its bases, of a function or a module; names in strings are looked up."""
    hints = {}
    if getattr(obj, '__no_type_check__', None):
        return hints
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            names = {**vars(module), **vars(base)} if module is not None else dict(vars(base))
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolve(hint, globalns or names, localns)
    else:
        while hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        names = globalns or getattr(obj, '__globals__', {})
        for name, hint in getattr(obj, '__annotations__', {}).items():
            hints[name] = _resolve(hint, names, localns)
    if not include_extras:
        hints = {name: _without_extras(hint) for name, hint in hints.items()}
    return hints


def _without_extras(hint):
    """A type without `Annotated`, `Required` and `NotRequired` round it or its parts."""
    if isinstance(hint, _AnnotatedAlias) or isinstance(hint, _Alias) and hint.__origin__ in (Required, NotRequired):
        return _without_extras(hint.__args__[0])
    if isinstance(hint, _Alias) and not isinstance(hint, _LiteralAlias):
        args = tuple([_without_extras(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else type(hint)(hint.__origin__, args, hint._name)
    return hint


def _resolve(hint, names, more):
    """The type that an annotation means."""
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, _Alias):
        args = tuple([_resolve(arg, names, more) if isinstance(arg, (ForwardRef, _Alias)) else arg for arg in hint.__args__])
        if args == hint.__args__:
            return hint
        if isinstance(hint, _AnnotatedAlias):
            return _AnnotatedAlias(args[0], hint.__metadata__)
        return type(hint)(hint.__origin__, args, hint._name)
    if not isinstance(hint, str):
        return hint
    from _annotation import value_of

    value = value_of(hint, names, more)
    return value if value is hint else _resolve(value, names, more)


def no_type_check_decorator(decorator):
    """Makes a decorator that also says `no_type_check`."""

    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


class IO(Generic[AnyStr]):
    """What reads and writes: a name for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """What reads and writes bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """What reads and writes text."""

    __slots__ = ()
