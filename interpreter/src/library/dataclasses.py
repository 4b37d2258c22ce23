"""Classes made of annotations: `__init__`, `__repr__`, comparisons and more follow from the fields.

https://docs.python.org/3.11/library/dataclasses.html. The methods are closures over the fields; no source is written and compiled.
"""

import _misfit
import sys
from types import GenericAlias, MappingProxyType as _MappingProxyType

# The names and their order are CPython's.
__all__ = [
    'dataclass',
    'field',
    'Field',
    'FrozenInstanceError',
    'InitVar',
    'KW_ONLY',
    'MISSING',
    'fields',
    'asdict',
    'astuple',
    'make_dataclass',
    'replace',
    'is_dataclass',
]


class FrozenInstanceError(AttributeError):
    """A field of a frozen instance was assigned."""


class _Named:
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return self._name


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FACTORY = _Named('<factory>')

_FIELD, _CLASSVAR, _INITVAR = _Named('_FIELD'), _Named('_FIELD_CLASSVAR'), _Named('_FIELD_INITVAR')
_EMPTY = _MappingProxyType({})


class InitVar:
    """Marks a parameter of `__init__` that is no field, but is handed to `__post_init__`."""

    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) and not isinstance(self.type, GenericAlias) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'


class Field:
    """What is known of one field."""

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        # The class that has the field tells what is missing here.
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.kw_only = init, kw_only
        self.repr, self.hash, self.compare = repr, hash, compare
        self.metadata = _EMPTY if metadata is None else _MappingProxyType(metadata)

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), '__set_name__', None)
        if hook is not None:
            hook(self.default, owner, name)

    def __repr__(self):
        return (
            f'Field(name={self.name!r},type={self.type!r},default={self.default!r},default_factory={self.default_factory!r},'
            f'init={self.init!r},repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
            f'kw_only={self.kw_only!r},_field_type={self._field_type})'
        )

    __class_getitem__ = classmethod(GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    """A field that wants more said than its type and default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Params:
    """How the decorator was called."""

    def __init__(self, **options):
        self.__dict__.update(options)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={value!r}' for name, value in self.__dict__.items()])})"


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """Makes a class of its annotations."""
    params = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    def decorate(cls):
        return _process(cls, params, match_args, kw_only, slots, weakref_slot)

    return decorate if cls is None else decorate(cls)


def _process(cls, params, match_args, kw_only, slots, weakref_slot):
    known, has_frozen_base, has_thawed_base = {}, False, False
    for base in reversed(cls.__mro__[1:]):
        of_base = base.__dict__.get('__dataclass_fields__')
        if of_base is not None:
            known.update(of_base)
            if base.__dataclass_params__.frozen:
                has_frozen_base = True
            else:
                has_thawed_base = True
    if has_frozen_base and not params.frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if has_thawed_base and params.frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    for one in _own_fields(cls, kw_only):
        known[one.name] = one
    cls.__dataclass_params__ = params
    cls.__dataclass_fields__ = known

    all_fields = [one for one in known.values() if one._field_type in (_FIELD, _INITVAR)]
    real = [one for one in all_fields if one._field_type is _FIELD]
    positional = [one for one in all_fields if one.init and not one.kw_only]
    by_keyword = [one for one in all_fields if one.init and one.kw_only]
    own = dict(cls.__dict__)
    if params.init:
        _check_order(positional)
    if params.init and '__init__' not in own:
        _set_method(cls, '__init__', _init(cls, all_fields, positional, by_keyword, params.frozen))
    if params.repr and '__repr__' not in own:
        _set_method(cls, '__repr__', _repr(tuple([one.name for one in real if one.repr])))
    compared = tuple([one.name for one in real if one.compare])
    if params.eq and '__eq__' not in own:
        _set_method(cls, '__eq__', _eq(compared))
    if params.order:
        for name in ('__lt__', '__le__', '__gt__', '__ge__'):
            if name in own:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
            _set_method(cls, name, _ordering(name, compared))
    if params.frozen:
        _freeze(cls, own, frozenset([one.name for one in real]))
    _set_hash(cls, own, params, [one for one in real if (one.compare if one.hash is None else one.hash)])
    if '__doc__' not in own or own['__doc__'] is None:
        from inspect import signature

        try:
            text = str(signature(cls)).replace(' -> None', '')
        except (TypeError, ValueError):
            text = ''
        cls.__doc__ = cls.__name__ + text
    if match_args and '__match_args__' not in own:
        cls.__match_args__ = tuple([one.name for one in positional])
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _with_slots(cls, real, weakref_slot) if slots else cls


def _own_fields(cls, kw_only):
    """The fields of the class itself, in the order of its annotations."""
    found = []
    seen_marker = False
    annotations = cls.__dict__.get('__annotations__', {})
    for name, hint in annotations.items():
        if hint is KW_ONLY or isinstance(hint, _KW_ONLY_TYPE) or hint in ('KW_ONLY', 'dataclasses.KW_ONLY'):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
            continue
        default = getattr(cls, name, MISSING)
        if isinstance(default, Field):
            one = default
        else:
            # What a slot keeps is no default.
            one = field(default=MISSING if type(default).__name__ == 'member_descriptor' else default)
        one.name = name
        one.type = hint
        one._field_type = _kind_of(hint)
        if one._field_type is _FIELD:
            if one.kw_only is MISSING:
                one.kw_only = kw_only
        elif one._field_type is _INITVAR:
            if one.default_factory is not MISSING:
                raise TypeError(f'field {name} cannot have a default factory')
            if one.kw_only is MISSING:
                one.kw_only = kw_only
        elif one.default_factory is not MISSING:
            raise TypeError(f'field {name} cannot have a default factory')
        elif one.kw_only is not MISSING:
            raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
        if one._field_type is _FIELD and type(one.default).__hash__ is None:
            raise ValueError(f'mutable default {type(one.default)} for field {name} is not allowed: use default_factory')
        if isinstance(cls.__dict__.get(name), Field):
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        found.append(one)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


def _kind_of(hint):
    """Whether an annotation means a field, a variable of the class, or a parameter of `__init__` alone."""
    if isinstance(hint, str):
        head = hint.partition('[')[0].rpartition('.')[2]
        return {'ClassVar': _CLASSVAR, 'InitVar': _INITVAR}.get(head, _FIELD)
    if hint is InitVar or isinstance(hint, InitVar):
        return _INITVAR
    typing = sys.modules.get('typing')
    if typing is not None and (hint is typing.ClassVar or getattr(hint, '__origin__', None) is typing.ClassVar):
        return _CLASSVAR
    return _FIELD


def _check_order(positional):
    seen_default = False
    for one in positional:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {one.name!r} follows default argument')


def _set_method(cls, name, function):
    function.__name__ = name
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    function.__module__ = cls.__module__
    setattr(cls, name, function)


def _init(cls, all_fields, positional, by_keyword, frozen):
    """`__init__`: binds its arguments to the fields as a function with these parameters would."""
    store = object.__setattr__ if frozen else setattr
    names = tuple([one.name for one in positional])
    all_names = frozenset([one.name for one in positional + by_keyword])
    post_init = hasattr(cls, '__post_init__')
    init_vars = [one.name for one in all_fields if one._field_type is _INITVAR]
    # What each field does, worked out once: its name, its default, its factory, whether it is a parameter, whether it is kept.
    plan = [(one.name, one.default, one.default_factory, one.init, one._field_type is _FIELD) for one in all_fields]
    plain = not by_keyword and not init_vars and not post_init and not frozen and len(names) == len(plan)
    size = len(names)
    # A call is told by the name that the class has now.
    call = f'{cls.__qualname__}.__init__()'

    def __init__(self, *args, **kwargs):
        if plain and not kwargs and len(args) == size:
            for name, value in zip(names, args):
                setattr(self, name, value)
            return
        values = _bind(call, positional, by_keyword, all_names, args, kwargs)
        for name, default, factory, is_parameter, is_kept in plan:
            if is_parameter and name in values:
                value = values[name]
            elif factory is not MISSING:
                value = factory()
            elif default is not MISSING:
                value = default
            else:
                continue
            if is_kept:
                # A default that the class itself keeps need not be kept again.
                if is_parameter or factory is not MISSING:
                    store(self, name, value)
            else:
                values[name] = value
        if post_init:
            self.__post_init__(*[values[name] for name in init_vars])

    annotations = {one.name: one.type for one in positional + by_keyword}
    __init__.__annotations__ = {**annotations, 'return': None}
    __init__._make_signature = lambda: _signature(positional, by_keyword, annotations)
    return __init__


def _signature(positional, by_keyword, annotations):
    """The signature of an `__init__`."""
    from inspect import Parameter, Signature

    def parameter(one, kind):
        default = Parameter.empty
        if one.default is not MISSING:
            default = one.default
        elif one.default_factory is not MISSING:
            default = _FACTORY
        return Parameter(one.name, kind, default=default, annotation=annotations[one.name])

    parameters = [Parameter('self', Parameter.POSITIONAL_OR_KEYWORD)]
    parameters.extend([parameter(one, Parameter.POSITIONAL_OR_KEYWORD) for one in positional])
    parameters.extend([parameter(one, Parameter.KEYWORD_ONLY) for one in by_keyword])
    return Signature(parameters, return_annotation=None)


def _bind(call, positional, by_keyword, all_names, args, kwargs):
    """The values that a call gives, by name; TypeError as Python says it."""
    if len(args) > len(positional):
        optional = len([one for one in positional if one.default is not MISSING or one.default_factory is not MISSING])
        raise _misfit.too_many(call, len(positional) + 1, optional, len(args) + 1)
    values = {one.name: value for one, value in zip(positional, args)}
    for name, value in kwargs.items():
        if name not in all_names:
            raise TypeError(f'{call} got an unexpected keyword argument {name!r}')
        if name in values:
            raise TypeError(f'{call} got multiple values for argument {name!r}')
        values[name] = value
    for group, word in ((positional, 'positional'), (by_keyword, 'keyword-only')):
        lacking = [one.name for one in group if one.name not in values and one.default is MISSING and one.default_factory is MISSING]
        if lacking:
            raise _misfit.missing(call, word, lacking)
    return values


def _repr(names):
    from reprlib import recursive_repr

    @recursive_repr()
    def __repr__(self):
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    return __repr__


def _values(obj, names):
    return tuple([getattr(obj, name) for name in names])


def _eq(names):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) == _values(other, names)
        return NotImplemented

    return __eq__


def _ordering(operator, names):
    def lt(self, other):
        return _values(self, names) < _values(other, names) if other.__class__ is self.__class__ else NotImplemented

    def le(self, other):
        return _values(self, names) <= _values(other, names) if other.__class__ is self.__class__ else NotImplemented

    def gt(self, other):
        return _values(self, names) > _values(other, names) if other.__class__ is self.__class__ else NotImplemented

    def ge(self, other):
        return _values(self, names) >= _values(other, names) if other.__class__ is self.__class__ else NotImplemented

    return {'__lt__': lt, '__le__': le, '__gt__': gt, '__ge__': ge}[operator]


def _freeze(cls, own, names):
    """Lets fields be set by `__init__` alone."""
    for name in ('__setattr__', '__delattr__'):
        if name in own:
            raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    _set_method(cls, '__setattr__', __setattr__)
    _set_method(cls, '__delattr__', __delattr__)


def _set_hash(cls, own, params, hashed):
    """`__hash__`: of the fields where the class is frozen, none where its instances can change."""
    # A class body with `__eq__` and no `__hash__` gets `__hash__ = None` by itself.
    has_hash = '__hash__' in own and not (own['__hash__'] is None and '__eq__' in own)
    names = tuple([one.name for one in hashed])

    def __hash__(self):
        return hash(_values(self, names))

    if params.unsafe_hash:
        if has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        _set_method(cls, '__hash__', __hash__)
    elif params.eq and not has_hash:
        if params.frozen:
            _set_method(cls, '__hash__', __hash__)
        else:
            cls.__hash__ = None


def _with_slots(cls, real, weakref_slot):
    """The class made again, with slots for its fields."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    body = dict(cls.__dict__)
    names = tuple([one.name for one in real])
    inherited = {name for base in cls.__mro__[1:-1] for name in base.__dict__.get('__slots__', ())}
    body['__slots__'] = tuple([name for name in names if name not in inherited]) + (('__weakref__',) if weakref_slot else ())
    for name in (*names, '__dict__', '__weakref__'):
        body.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = qualname
    return made


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([one for one in found.values() if one._field_type is _FIELD])


def is_dataclass(obj):
    """Whether it is a dataclass, or an instance of one."""
    return hasattr(obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj), '__dataclass_fields__')


def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def asdict(obj, *, dict_factory=dict):
    """An instance as a dict, and what it holds likewise."""
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def of_instance(one):
        return dict_factory([(entry.name, _convert(getattr(one, entry.name), of_instance)) for entry in fields(one)])

    return of_instance(obj)


def astuple(obj, *, tuple_factory=tuple):
    """An instance as a tuple, and what it holds likewise."""
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def of_instance(one):
        return tuple_factory([_convert(getattr(one, entry.name), of_instance) for entry in fields(one)])

    return of_instance(obj)


def _convert(value, of_instance):
    """A value with all the dataclass instances in it converted, in containers too."""
    if _is_instance(value):
        return of_instance(value)
    cls = type(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return cls(*[_convert(item, of_instance) for item in value])
    if isinstance(value, (list, tuple)):
        return cls([_convert(item, of_instance) for item in value])
    if isinstance(value, dict):
        pairs = [(_convert(key, of_instance), _convert(item, of_instance)) for key, item in value.items()]
        return cls(value.default_factory, pairs) if hasattr(cls, 'default_factory') or hasattr(value, 'default_factory') else cls(pairs)
    from copy import deepcopy

    return deepcopy(value)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for one in obj.__dataclass_fields__.values():
        if one._field_type is _CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise ValueError(f'field {one.name} is declared with init=False, it cannot be specified with replace()')
        elif one.name not in changes:
            if one._field_type is _INITVAR and one.default is MISSING:
                raise ValueError(f'InitVar {one.name!r} must be specified with replace()')
            changes[one.name] = getattr(obj, one.name)
    return obj.__class__(**changes)


_KEYWORDS = frozenset(
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is '
    'lambda nonlocal not or pass raise return try while with yield'.split()
)


def make_dataclass(
    cls_name,
    fields,
    *,
    bases=(),
    namespace=None,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """A dataclass made by a call: fields are names, pairs of name and type, or those with a `field()`."""
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, hint = item, 'typing.Any'
        elif len(item) == 2:
            name, hint = item
        elif len(item) == 3:
            name, hint, body[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = hint
    body['__annotations__'] = annotations
    from types import new_class

    return dataclass(
        new_class(cls_name, bases, {}, lambda made: made.update(body)),
        init=init,
        repr=repr,
        eq=eq,
        order=order,
        unsafe_hash=unsafe_hash,
        frozen=frozen,
        match_args=match_args,
        kw_only=kw_only,
        slots=slots,
        weakref_slot=weakref_slot,
    )
