"""The types of what has no name of its own, and helpers for making functions awaitable and classes by hand.

https://docs.python.org/3.11/library/types.html
"""

from _types import (
    builtin_class as _class,
    fill as _fill,
    final as _final,
    mark_awaitable as _mark_awaitable,
    read_only as _read_only,
    static_type as _static_type,
)

FunctionType = LambdaType = _class('function')
CodeType = _class('code')
MappingProxyType = _class('mappingproxy')
CellType = _class('cell')
GeneratorType = _class('generator')
CoroutineType = _class('coroutine')
AsyncGeneratorType = _class('async_generator')
MethodType = _class('method')
BuiltinFunctionType = BuiltinMethodType = _class('builtin_function_or_method')
MethodDescriptorType = _class('method_descriptor')
ClassMethodDescriptorType = _class('classmethod_descriptor')
WrapperDescriptorType = _class('wrapper_descriptor')
MethodWrapperType = _class('method-wrapper')
GetSetDescriptorType = _class('getset_descriptor')
MemberDescriptorType = _class('member_descriptor')
ModuleType = _class('module')
TracebackType = _class('traceback')
FrameType = _class('frame')
EllipsisType = type(...)
NoneType = type(None)
NotImplementedType = type(NotImplemented)

_ITERABLE_COROUTINE = 0x100
_GENERATOR = 0x20
_COROUTINE = 0x80


@_static_type
class SimpleNamespace:
    """An object with the attributes it is given."""

    def __init__(self, /, *args, **kwargs):
        if args:
            raise TypeError('no positional arguments expected')
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute:
    """A property of instances; asked for through the class it is not there, so that a metaclass's `__getattr__` may answer."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, '__doc__', None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, '__isabstractmethod__', False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError
        return _accessor(self.fget, 'unreadable attribute')(instance)

    def __set__(self, instance, value):
        _accessor(self.fset, "can't set attribute")(instance, value)

    def __delete__(self, instance):
        _accessor(self.fdel, "can't delete attribute")(instance)

    def getter(self, fget):
        made = type(self)(fget, self.fset, self.fdel, (fget.__doc__ if self.overwrite_doc else None) or self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def setter(self, fset):
        made = type(self)(self.fget, fset, self.fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made

    def deleter(self, fdel):
        made = type(self)(self.fget, self.fset, fdel, self.__doc__)
        made.overwrite_doc = self.overwrite_doc
        return made


def _accessor(function, refusal):
    if function is None:
        raise AttributeError(refusal)
    return function


def coroutine(func):
    """Makes the generators of a generator function awaitable, so that `await` may stand before them."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType:
        flags = func.__code__.co_flags
        if flags & (_COROUTINE | _ITERABLE_COROUTINE):
            return func
        if flags & _GENERATOR:
            return _mark_awaitable(func)

    # Something else that may return a generator, or what looks like one: look at what it returns, each time.
    from collections.abc import Coroutine, Generator
    from functools import wraps

    @wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        if type(result) is CoroutineType or (type(result) is GeneratorType and result.gi_code.co_flags & _ITERABLE_COROUTINE):
            return result
        if isinstance(result, Generator) and not isinstance(result, Coroutine):
            return _GeneratorWrapper(result)
        return result

    return wrapped


def _of_inner(name):
    """An attribute of the object inside."""
    return property(lambda self: getattr(self._inner, name))


class _GeneratorWrapper:
    """A generator-like object made awaitable."""

    def __init__(self, gen):
        self._inner = gen
        for name in ('__name__', '__qualname__'):
            setattr(self, name, getattr(gen, name, None))

    gi_code = cr_code = _of_inner('gi_code')
    gi_frame = cr_frame = _of_inner('gi_frame')
    gi_running = cr_running = _of_inner('gi_running')
    gi_yieldfrom = cr_await = _of_inner('gi_yieldfrom')

    def __iter__(self):
        # A generator proper needs nobody between it and who awaits it.
        return self._inner if type(self._inner) is GeneratorType else self

    __await__ = __iter__

    def __next__(self):
        return next(self._inner)

    def send(self, val):
        return self._inner.send(val)

    def throw(self, tp, *rest):
        return self._inner.throw(tp, *rest)

    def close(self):
        return self._inner.close()


@_static_type
class GenericAlias:
    """`list[int]`: a class with arguments, for annotations."""

    __slots__ = ('__origin__', '__args__', '__unpacked__', '__weakref__')

    def __init__(self, origin, args, /):
        _fill(self, '__origin__', origin)
        # Its type alone is looked at: `isinstance` would ask the object for its `__class__`.
        _fill(self, '__args__', args if issubclass(type(args), tuple) else (args,))
        # Whether a star stands before it.
        _fill(self, '__unpacked__', False)

    @property
    def __parameters__(self):
        found = []
        for arg in self.__args__:
            if hasattr(arg, '__typing_subst__'):
                parameters = (arg,)
            else:
                parameters = getattr(arg, '__parameters__', ())
            for parameter in parameters:
                if parameter not in found:
                    found.append(parameter)
        return tuple(found)

    def __getitem__(self, arguments):
        parameters = self.__parameters__
        if not parameters:
            raise TypeError(f'{self!r} is not a generic class')
        if not isinstance(arguments, tuple):
            arguments = (arguments,)
        for parameter in parameters:
            if hasattr(parameter, '__typing_prepare_subst__'):
                arguments = parameter.__typing_prepare_subst__(self, arguments)
        if len(arguments) != len(parameters):
            few = 'few' if len(arguments) < len(parameters) else 'many'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(arguments)}, expected {len(parameters)}')
        chosen = dict(zip(parameters, arguments))
        new = []
        for arg in self.__args__:
            made = _filled_in(arg, chosen)
            # What stands for any number of types has become several arguments.
            new.extend(made if isinstance(made, tuple) else (made,))
        return GenericAlias(self.__origin__, tuple(new))

    def __call__(self, /, *args, **kwargs):
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except (AttributeError, TypeError):
            pass
        return made

    def __iter__(self):
        starred = GenericAlias(self.__origin__, self.__args__)
        _fill(starred, '__unpacked__', True)
        yield starred

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __reduce__(self, /):
        return GenericAlias, (self.__origin__, self.__args__)

    def __getattr__(self, name):
        # It is copied as itself, however its class is.
        if name in ('__copy__', '__deepcopy__'):
            raise AttributeError(f"'types.GenericAlias' object has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __instancecheck__(self, instance):
        raise TypeError('isinstance() argument 2 cannot be a parameterized generic')

    def __subclasscheck__(self, cls):
        raise TypeError('issubclass() argument 2 cannot be a parameterized generic')

    def __eq__(self, other):
        if type(other) is not GenericAlias:
            return NotImplemented
        return (self.__origin__, self.__args__, self.__unpacked__) == (other.__origin__, other.__args__, other.__unpacked__)

    def __hash__(self):
        return hash(self.__origin__) ^ hash(self.__args__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        star = '*' if self.__unpacked__ else ''
        if self.__args__ == ():
            return f'{star}{_type_text(self.__origin__)}[()]'
        return f"{star}{_type_text(self.__origin__)}[{', '.join([_type_text(arg) for arg in self.__args__])}]"


def _filled_in(arg, chosen):
    """An argument whose type variables have become what was chosen."""
    if issubclass(type(arg), type):
        return arg
    if hasattr(arg, '__typing_subst__'):
        return arg.__typing_subst__(chosen[arg])
    parameters = getattr(arg, '__parameters__', ())
    inner = []
    for parameter in parameters:
        # One that stands for any number of types can be iterated over, to be unpacked.
        if hasattr(type(parameter), '__iter__'):
            inner.extend(chosen[parameter])
        else:
            inner.append(chosen[parameter])
    return arg[tuple(inner)] if parameters else arg


_read_only(GenericAlias, '__origin__', '__args__', '__unpacked__')
_NOTHING = object()


def _type_text(thing):
    """A type as annotations show it."""
    if thing is ...:
        return '...'
    if hasattr(thing, '__origin__') and hasattr(thing, '__args__'):
        return repr(thing)
    name = getattr(thing, '__qualname__', _NOTHING)
    module = None if name is _NOTHING else getattr(thing, '__module__', None)
    if module is None:
        return repr(thing)
    return str(name) if module == 'builtins' else f'{module!s}.{name!s}'


@_final
@_static_type
class UnionType:
    """`int | str`: one of several types."""

    __slots__ = ('__args__', '__weakref__')

    def __init__(self, args, /):
        _fill(self, '__args__', args)

    @property
    def __parameters__(self):
        return GenericAlias(UnionType, self.__args__).__parameters__

    def __getitem__(self, item):
        """The union with its type variables filled in."""
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        return _union(GenericAlias(UnionType, self.__args__)[item].__args__)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __instancecheck__(self, instance):
        for arg in self.__args__:
            if isinstance(instance, arg):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False

    def __eq__(self, other):
        if type(other) is not UnionType:
            if type(other).__module__ == 'typing' and hasattr(other, '__args__'):
                return other == self
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return ' | '.join(['None' if arg is NoneType else _type_text(arg) for arg in self.__args__])


_read_only(UnionType, '__args__')


def _union(members):
    """The union of types: flat, each once. NotImplemented where something is no type."""
    args = []
    for member in members:
        if member is None:
            member = NoneType
        if type(member) is UnionType:
            parts = member.__args__
        elif isinstance(member, (type, GenericAlias)) or hasattr(member, '__typing_subst__'):
            parts = (member,)
        else:
            return NotImplemented
        for part in parts:
            if not any([part is known or type(part) is GenericAlias and part == known for known in args]):
                args.append(part)
    if len(args) == 1:
        return args[0]
    return UnionType(tuple(args))


def new_class(name, bases=(), kwds=None, exec_body=None):
    """Makes a class as a `class` statement would; `exec_body` fills its namespace."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """`bases` with those that are no classes replaced by what their `__mro_entries__` says."""
    new_bases = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            new_bases.append(base)
        else:
            new_bases.extend(base.__mro_entries__(bases))
            changed = True
    return tuple(new_bases) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace it prepares, and the keyword arguments that are left."""
    kwds = {} if kwds is None else dict(kwds)
    if 'metaclass' in kwds:
        meta = kwds.pop('metaclass')
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            kind = type(base)
            if issubclass(kind, meta):
                meta = kind
            elif not issubclass(meta, kind):
                raise TypeError(
                    'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the '
                    'metaclasses of all its bases'
                )
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds
