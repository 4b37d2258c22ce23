# Functions, for checkers and about annotations.


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


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, field_specifiers=(), **kwargs):
    """Says to checkers that what it decorates makes dataclasses."""

    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default,
            'order_default': order_default,
            'kw_only_default': kw_only_default,
            'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn

    return decorator


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_origin(tp):
    """`list` of `List[int]`; None of what has no arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_GenericAlias, GenericAlias, _SpecialGenericAlias)):
        return tp.__origin__
    if isinstance(tp, (ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return _UnionType if isinstance(tp, _UnionType) else None


def get_args(tp):
    """`(int,)` of `List[int]`."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if type(tp).__name__ == '_CallableGenericAlias' and tp.__args__[0] is not ... and not isinstance(tp.__args__[0], ParamSpec):
        return list(tp.__args__[:-1]), tp.__args__[-1]
    if isinstance(tp, (_GenericAlias, GenericAlias, _UnionType)):
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
        if not (callable(obj) or isinstance(obj, type(sys))):
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
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
    if isinstance(hint, _AnnotatedAlias) or isinstance(hint, _GenericAlias) and hint.__origin__ in (Required, NotRequired):
        return _without_extras(hint.__args__[0])
    if isinstance(hint, _GenericAlias) and not isinstance(hint, _LiteralGenericAlias):
        args = tuple([_without_extras(arg) for arg in hint.__args__])
        return hint if args == hint.__args__ else type(hint)(hint.__origin__, args, hint._name)
    return hint


def _resolve(hint, names, more):
    """The type that an annotation means."""
    if hint is None:
        return type(None)
    if isinstance(hint, ForwardRef):
        hint = hint.__forward_arg__
    if isinstance(hint, _GenericAlias):
        args = tuple([_resolve(arg, names, more) if isinstance(arg, (ForwardRef, _GenericAlias)) else arg for arg in hint.__args__])
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


AnyStr = TypeVar('AnyStr', bytes, str)


class IO(Generic[AnyStr]):
    """What reads and writes: a name for annotations."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """What reads and writes bytes."""

    __slots__ = ()


class TextIO(IO[str]):
    """What reads and writes text."""

    __slots__ = ()
