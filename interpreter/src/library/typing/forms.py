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
    return _Alias(form, (_part(arg),), form._name)


def _part(arg):
    """An argument that is no form of a whole annotation."""
    arg = _argument(arg)
    if isinstance(arg, _Alias) and (arg.__origin__ is ClassVar or arg.__origin__ is Final):
        raise TypeError(f'{arg!r} is not valid as type argument')
    return arg


def _union(form, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    members = []
    for arg in args if isinstance(args, tuple) else (args,):
        arg = _part(arg)
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
