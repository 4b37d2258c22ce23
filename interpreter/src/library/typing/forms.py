"""Names for annotations. Nothing here checks anything: a name, subscripted, is an object that shows what was written.

https://docs.python.org/3.11/library/typing.html
"""

import sys
from abc import ABCMeta, abstractmethod
from types import GenericAlias, UnionType as _UnionType, _filled_in, _type_text

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


def _final(cls):
    """The class, which the program can't extend."""

    def refuse(cls, /, *args, **kwargs):
        raise TypeError('Cannot subclass special typing classes')

    cls.__init_subclass__ = classmethod(refuse)
    return cls


def _converted(arg):
    """An argument as annotations keep it: None is its type, a string a reference to be looked up."""
    if arg is None:
        return type(None)
    return ForwardRef(arg) if isinstance(arg, str) else arg


def _argument(arg, complaint='Parameters to generic types must be types.', allows_forms=False):
    """The same, of what has to be a type."""
    arg = _converted(arg)
    if not allows_forms and isinstance(arg, _GenericAlias) and arg.__origin__ in (ClassVar, Final):
        raise TypeError(f'{arg} is not valid as type argument')
    if isinstance(arg, _SpecialForm) and arg not in (LiteralString, NoReturn, Never, Self, TypeAlias):
        if not (allows_forms and arg in (ClassVar, Final)):
            raise TypeError(f'Plain {arg} is not valid as type argument')
    elif arg is Generic or arg is Protocol:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{complaint} Got {arg!r:.100}.')
    return arg


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


def _chosen(alias, args):
    """What each type variable of a generic class, or of a name with arguments, is to be."""
    parameters = alias.__parameters__
    for parameter in parameters:
        prepare = getattr(parameter, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(alias, args)
    if len(args) != len(parameters):
        few = 'many' if len(args) > len(parameters) else 'few'
        raise TypeError(f'Too {few} arguments for {alias!r}; actual {len(args)}, expected {len(parameters)}')
    return dict(zip(parameters, args))


class _GenericAlias(_Type):
    """A name with arguments: `List[int]`."""

    def __init__(self, origin, args, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self._name = name
        self.__parameters__ = _parameters_of(self.__args__)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        args = tuple([_converted(arg) for arg in args]) if isinstance(args, tuple) else (_converted(args),)
        if self._name == 'Unpack' and isinstance(self.__args__[0], TypeVarTuple):
            return args
        chosen = _chosen(self, args)
        new = []
        for arg in self.__args__:
            made = _filled_in(arg, chosen)
            # The parameters of a function, and what an unpacked variable stands for, are several arguments.
            if isinstance(made, tuple) and (self._name == 'Callable' or getattr(arg, '_name', None) == 'Unpack'):
                new.extend(made)
            else:
                new.append(made)
        if self._name == 'Concatenate' and isinstance(new[-1], tuple):
            return (*new[:-1], *new[-1])
        if self.__origin__ is Union:
            return Union[tuple(new)]
        if isinstance(self, _AnnotatedAlias):
            return _AnnotatedAlias(new[0], self.__metadata__)
        return type(self)(self.__origin__, tuple(new), self._name)

    def __call__(self, *args, **kwargs):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot instantiate {self.__origin__!r}')
        return _made_by(self, args, kwargs)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if origin is Generic:
            # Once, where the last name with arguments stands.
            behind = bases[bases.index(self) + 1 :]
            is_last = not any([isinstance(base, (_GenericAlias, _SpecialGenericAlias)) for base in behind])
            return (Generic,) if is_last and Protocol not in bases else ()
        if self._name is None:
            return (origin,)
        entries = [] if origin in bases else [origin]
        for base in bases[bases.index(self) + 1 :]:
            if isinstance(base, (_GenericAlias, _SpecialGenericAlias)) or isinstance(base, type) and issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, name):
        return _attribute_of_alias(self, name)

    def copy_with(self, args):
        """The same name with other arguments."""
        return type(self)(self.__origin__, args, self._name)

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
        if not isinstance(other, (_GenericAlias, _UnionType)):
            return NotImplemented
        if self.__origin__ is Union:
            return (
                isinstance(other, _UnionType)
                and set(self.__args__) == set(other.__args__)
                or isinstance(other, _GenericAlias)
                and other.__origin__ is Union
                and set(self.__args__) == set(other.__args__)
            )
        return isinstance(other, _GenericAlias) and self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        if self.__origin__ is Union:
            return hash((Union, frozenset(self.__args__)))
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        if self._name == 'Unpack':
            return f'*{self.__args__[0]!r}'
        if self._name is not None:
            name = f'typing.{self._name}'
        else:
            name = _show(self.__origin__)
        return f"{name}[{', '.join([_show(arg) for arg in self.__args__]) or '()'}]"


# Old names of built-in classes make no objects; those of all others do.
_MAKES_NONE = frozenset(('List', 'Dict', 'Set', 'FrozenSet', 'Tuple', 'Type'))


def _made_by(alias, args, kwargs):
    """What a call of a name makes: an object of its class, which keeps the name if it can."""
    if alias._name in _MAKES_NONE:
        raise TypeError(f'Type {alias._name} cannot be instantiated; use {alias.__origin__.__name__}() instead')
    made = alias.__origin__(*args, **kwargs)
    try:
        made.__orig_class__ = alias
    except AttributeError:
        pass
    return made


def _attribute_of_alias(alias, name):
    """What is not an attribute of a name itself is one of the class that it stands for."""
    if name in ('__name__', '__qualname__'):
        return alias._name or alias.__origin__.__name__
    if name.startswith('__') and name.endswith('__'):
        raise AttributeError(name)
    return getattr(alias.__origin__, name)


class _CallableGenericAlias(_GenericAlias):
    """`Callable[[int], str]`, whose parameters stand before its result."""

    def __repr__(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (
            parameters[0] is ...
            or isinstance(parameters[0], (ParamSpec, _GenericAlias))
            and getattr(parameters[0], '_name', 'Concatenate') == 'Concatenate'
        ):
            return f'typing.Callable[{_show(parameters[0])}, {_show(result)}]'
        return f"typing.Callable[[{', '.join([_show(one) for one in parameters])}], {_show(result)}]"


class _AnnotatedAlias(_GenericAlias):
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


class _LiteralGenericAlias(_GenericAlias):
    """`Literal['r', 'w']`: values instead of types."""

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(arg) for arg in self.__args__]) or '()'}]"

    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return {(type(arg), arg) for arg in self.__args__} == {(type(arg), arg) for arg in other.__args__}

    def __hash__(self):
        return hash(frozenset([(type(arg), arg) for arg in self.__args__]))


class _SpecialForm(_Type):
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

    def __getattr__(self, name):
        if name in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(name)

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


class _SpecialGenericAlias(_Type):
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
        if wanted == 0:
            raise TypeError(f'{self!r} is not a generic class')
        if wanted is not None and len(args) != wanted:
            few = 'many' if len(args) > wanted else 'few'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {wanted}')
        return _GenericAlias(self.__origin__, tuple([_argument(arg) for arg in args]), self._name)

    def __call__(self, *args, **kwargs):
        return _made_by(self, args, kwargs)

    __mro_entries__ = _GenericAlias.__mro_entries__

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        return _attribute_of_alias(self, name)

    def __repr__(self):
        return f'typing.{self._name}'


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = args
        parameters = tuple([_converted(arg) for arg in parameters]) if isinstance(parameters, list) else (_converted(parameters),)
        return _CallableGenericAlias(self.__origin__, (*parameters, _argument(result)), 'Callable')


def _one(form, arg):
    """A subscript of one type."""
    return _GenericAlias(form, (_argument(arg, f'{form!r} accepts only single type.'),), form._name)


def _key_of_dict(form, arg):
    return _GenericAlias(form, (_argument(arg, f'{form._name} accepts only a single type.', allows_forms=True),), form._name)


def _union(form, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    members = []
    for arg in args if isinstance(args, tuple) else (args,):
        arg = _argument(arg, 'Union[arg, ...]: each arg must be a type.')
        inner = arg.__args__ if isinstance(arg, _UnionType) or isinstance(arg, _GenericAlias) and arg.__origin__ is Union else (arg,)
        for member in inner:
            if member not in members:
                members.append(member)
    if len(members) == 1:
        return members[0]
    is_optional = len(members) == 2 and type(None) in members
    return _UnionGenericAlias(form, tuple(members), 'Optional' if is_optional else 'Union')


class _UnionGenericAlias(_GenericAlias):
    """`Union[int, str]`."""

    def __repr__(self):
        if self._name == 'Optional':
            other = self.__args__[0] if self.__args__[1] is type(None) else self.__args__[1]
            return f'typing.Optional[{_show(other)}]'
        return super().__repr__()


def _optional(form, arg):
    return Union[_argument(arg, f'{form!r} requires a single type.'), type(None)]


def _literal(form, args):
    kept = []
    for arg in args if isinstance(args, tuple) else (args,):
        for value in arg.__args__ if isinstance(arg, _LiteralGenericAlias) else (arg,):
            if not any([type(value) is type(known) and value == known for known in kept]):
                kept.append(value)
    return _LiteralGenericAlias(form, tuple(kept), 'Literal')


def _annotated(args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, *notes = args
    if isinstance(origin, _AnnotatedAlias):
        return _AnnotatedAlias(origin.__origin__, (*origin.__metadata__, *notes))
    return _AnnotatedAlias(_argument(origin, 'Annotated[t, ...]: t must be a type.', allows_forms=True), tuple(notes))


def _concatenate(form, args):
    if args == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    args = args if isinstance(args, tuple) else (args,)
    if not (args[-1] is ... or isinstance(args[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    return _GenericAlias(form, (*[_argument(arg) for arg in args[:-1]], args[-1]), 'Concatenate')


Union = _SpecialForm('Union', _union)
Optional = _SpecialForm('Optional', _optional)
Literal = _SpecialForm('Literal', _literal)
Concatenate = _SpecialForm('Concatenate', _concatenate)
ClassVar = _SpecialForm('ClassVar', _one)
Final = _SpecialForm('Final', _one)
TypeGuard = _SpecialForm('TypeGuard', _one)
Required = _SpecialForm('Required', _key_of_dict)
NotRequired = _SpecialForm('NotRequired', _key_of_dict)
Unpack = _SpecialForm('Unpack', _one)
NoReturn = _SpecialForm('NoReturn')
Never = _SpecialForm('Never')
Self = _SpecialForm('Self')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')


class Annotated:
    """A type with notes."""

    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, args):
        return _annotated(args)

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


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


List = _SpecialGenericAlias('List', list)
Dict = _SpecialGenericAlias('Dict', dict)
Set = _SpecialGenericAlias('Set', set)
FrozenSet = _SpecialGenericAlias('FrozenSet', frozenset)
Tuple = _SpecialGenericAlias('Tuple', tuple)
Type = _SpecialGenericAlias('Type', type)
Callable = _CallableType('Callable', 'Callable', 'collections.abc')

DefaultDict = _SpecialGenericAlias('DefaultDict', 'defaultdict', 'collections')
OrderedDict = _SpecialGenericAlias('OrderedDict', 'OrderedDict', 'collections')
Counter = _SpecialGenericAlias('Counter', 'Counter', 'collections')
ChainMap = _SpecialGenericAlias('ChainMap', 'ChainMap', 'collections')
Deque = _SpecialGenericAlias('Deque', 'deque', 'collections')
AbstractSet = _SpecialGenericAlias('AbstractSet', 'Set', 'collections.abc')
ContextManager = _SpecialGenericAlias('ContextManager', 'AbstractContextManager', 'contextlib')
AsyncContextManager = _SpecialGenericAlias('AsyncContextManager', 'AbstractAsyncContextManager', 'contextlib')
Hashable = _SpecialGenericAlias('Hashable', 'Hashable', 'collections.abc')
Awaitable = _SpecialGenericAlias('Awaitable', 'Awaitable', 'collections.abc')
Coroutine = _SpecialGenericAlias('Coroutine', 'Coroutine', 'collections.abc')
AsyncIterable = _SpecialGenericAlias('AsyncIterable', 'AsyncIterable', 'collections.abc')
AsyncIterator = _SpecialGenericAlias('AsyncIterator', 'AsyncIterator', 'collections.abc')
AsyncGenerator = _SpecialGenericAlias('AsyncGenerator', 'AsyncGenerator', 'collections.abc')
Iterable = _SpecialGenericAlias('Iterable', 'Iterable', 'collections.abc')
Iterator = _SpecialGenericAlias('Iterator', 'Iterator', 'collections.abc')
Generator = _SpecialGenericAlias('Generator', 'Generator', 'collections.abc')
Reversible = _SpecialGenericAlias('Reversible', 'Reversible', 'collections.abc')
Sized = _SpecialGenericAlias('Sized', 'Sized', 'collections.abc')
Container = _SpecialGenericAlias('Container', 'Container', 'collections.abc')
Collection = _SpecialGenericAlias('Collection', 'Collection', 'collections.abc')
MutableSet = _SpecialGenericAlias('MutableSet', 'MutableSet', 'collections.abc')
Mapping = _SpecialGenericAlias('Mapping', 'Mapping', 'collections.abc')
MutableMapping = _SpecialGenericAlias('MutableMapping', 'MutableMapping', 'collections.abc')
MappingView = _SpecialGenericAlias('MappingView', 'MappingView', 'collections.abc')
KeysView = _SpecialGenericAlias('KeysView', 'KeysView', 'collections.abc')
ItemsView = _SpecialGenericAlias('ItemsView', 'ItemsView', 'collections.abc')
ValuesView = _SpecialGenericAlias('ValuesView', 'ValuesView', 'collections.abc')
Sequence = _SpecialGenericAlias('Sequence', 'Sequence', 'collections.abc')
MutableSequence = _SpecialGenericAlias('MutableSequence', 'MutableSequence', 'collections.abc')
Pattern = _SpecialGenericAlias('Pattern', 'Pattern', 're')
Match = _SpecialGenericAlias('Match', 'Match', 're')
ByteString = _SpecialGenericAlias('ByteString', 'ByteString', 'collections.abc')
