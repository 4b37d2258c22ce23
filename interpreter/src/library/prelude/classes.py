# Classes, groups of exceptions, patterns.


# Classes.


def type_new(meta, name, bases, namespace, keywords):
    for base in bases:
        if not _is_a(base, type) and getattr(base, '__mro_entries__', _nothing) is not _nothing:
            raise TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
    winner = _most_derived(meta, bases)
    if winner is not meta and _own_on_class(winner, '__new__') is not None:
        return winner.__new__(winner, name, bases, namespace, **keywords)
    meta = winner
    namespace = _inner(namespace)
    if '__module__' not in namespace:
        namespace = {**namespace, '__module__': globals().get('__name__', 'builtins')}
    slots = namespace.get('__slots__', ())
    if any([type(slots) is known for known in (str, tuple, list, dict, set, frozenset)]):
        cls = _make_class(meta, name, bases, namespace)
    else:
        cls = _make_class(meta, name, bases, {**namespace, '__slots__': (_inner(slots),) if _is_a(slots, str) else tuple(slots)})
        type.__setattr__(cls, '__slots__', slots)
    mro = _own_on_class(meta, 'mro')
    if mro is not None:
        _set_mro(cls, tuple(mro(cls)))
    return finish_class(cls, keywords)


def isinstance_of(value, cls):
    """`isinstance` where a class, or one of a tuple, has its own `__instancecheck__`."""
    if _is_a(cls, tuple):
        for one in _inner(cls):
            if isinstance(value, one):
                return True
        return False
    if _own(cls, '__instancecheck__') is None and _is_real_subclass(type(cls), type):
        own = getattr(value, '__class__', None)
        return own is not type(value) and _is_real_subclass(own, cls)
    check = _special(cls, '__instancecheck__')
    if check is not None and type(cls) is type:
        # The object says by a property which class it is of.
        if _is_real_subclass(type(value), cls):
            return True
        claimed = getattr(value, '__class__', None)
        return isinstance(claimed, type) and _is_real_subclass(claimed, cls)
    if check is None:
        _bases_of(cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union')
        own = getattr(value, '__class__', None)
        return own is not None and _is_below(own, cls)
    return bool(check(value))


def issubclass_of(sub, cls):
    if _is_a(cls, tuple):
        for one in _inner(cls):
            if issubclass(sub, one):
                return True
        return False
    check = None if _own(cls, '__subclasscheck__') is None else _special(cls, '__subclasscheck__')
    if check is None:
        _bases_of(sub, 'issubclass() arg 1 must be a class')
        _bases_of(cls, 'issubclass() arg 2 must be a class, a tuple of classes, or a union')
        return _is_below(sub, cls)
    return bool(check(sub))


def _bases_of(cls, complaint):
    bases = getattr(cls, '__bases__', None)
    if _is_a(bases, tuple):
        return bases
    raise TypeError(complaint)


def _is_below(sub, cls):
    """Whether `sub` is `cls` or comes to it by `__bases__`: what counts as a class is what has these."""
    if sub is cls:
        return True
    bases = getattr(sub, '__bases__', None)
    return _is_a(bases, tuple) and any([_is_below(base, cls) for base in bases])


def super_of_claimed(cls, value):
    """`super(cls, value)` where it is by `__class__` alone, if at all, that the object is one of the class."""
    claimed = getattr(value, '__class__', None)
    if _is_a(claimed, type) and claimed is not type(value) and _is_real_subclass(claimed, cls):
        return _super_from(cls, value, claimed)
    raise TypeError('super(type, obj): obj must be an instance or subtype of type')


# Exceptions.


def set_exception_args(error, args):
    error.args = tuple(args)


def _matcher(condition):
    """What matches: nothing but functions is called, and of classes nothing is asked."""
    if type(condition) is _function:
        return condition
    classes = condition if type(condition) is tuple else (condition,)
    for one in classes:
        if not (_is_a(one, type) and _is_real_subclass(one, BaseException)):
            raise TypeError('expected a function, exception type or tuple of exception types')
    return lambda error: _is_a(error, classes)


_function = type(_matcher)


def group_subgroup(group, condition):
    return _part(group, _matcher(condition))


def _part(group, matches):
    """The part of a group whose leaves match, with its shape; None where nothing does."""
    if matches(group):
        return group
    kept = []
    for error in group.exceptions:
        if _is_a(error, BaseExceptionGroup):
            inner = _part(error, matches)
            if inner is not None:
                kept.append(inner)
        elif matches(error):
            kept.append(error)
    return _derived(group, kept)


def group_split(group, condition):
    matches = _matcher(condition)
    if matches(group):
        return group, None
    return _split(group, matches)


def _split(group, matches):
    matching, rest = [], []
    for error in group.exceptions:
        if matches(error):
            matching.append(error)
        elif _is_a(error, BaseExceptionGroup):
            first, second = _split(error, matches)
            if first is not None:
                matching.append(first)
            if second is not None:
                rest.append(second)
        else:
            rest.append(error)
    return _derived(group, matching), _derived(group, rest)


def _derived(group, errors):
    if not errors:
        return None
    new = group.derive(errors)
    if not _is_a(new, BaseExceptionGroup):
        raise TypeError('derive must return an instance of BaseExceptionGroup')
    new.__traceback__ = group.__traceback__
    new.__cause__ = group.__cause__
    new.__context__ = group.__context__
    notes = getattr(group, '__notes__', None)
    if notes is not None:
        new.__notes__ = list(notes)
    return new


_ERROR_NUMBERS = {number: number for number in (1, 2, 3, 4, 10, 11, 13, 17, 20, 21, 32, 103, 104, 108, 110, 111, 114, 115)}


def os_error_new(number, rest):
    """An OSError whose number is the program's: its `__hash__` decides of which class it is."""
    error = OSError(_ERROR_NUMBERS.get(number, 0), *rest)
    error.errno = number
    error.args = number, *error.args[1:]
    return error


def group_new(cls, message, errors):
    """A group of exceptions given as an iterable of the program's, or that say themselves of which class they are."""
    made = tuple(errors)
    for error in made:
        if _is_a(error, BaseException) and not _is_a(error, Exception):
            isinstance(error, Exception)
    return _make_group(cls, message, made, errors)


# Patterns.


def match_length(subject, wanted, exactly):
    length = len(subject)
    return length == wanted if exactly else length >= wanted


def match_keys_by_get(subject, keys):
    get = subject.get
    missing = object()
    values = []
    for key in keys:
        value = get(key, missing)
        if value is missing:
            return None
        values.append(value)
    return tuple(values)


def match_rest_of_mapping(subject, keys):
    if _is_a(subject, dict) and _own(subject, '__iter__') is None:
        return match_rest(_inner(subject), keys)
    rest = {}
    dict_update(rest, subject, {})
    for key in keys:
        del rest[key]
    return rest


def match_keys(subject, keys):
    values = []
    for key in keys:
        at = find_key(subject, key)
        if at < 0:
            return None
        values.append(_dict_value_at(subject, at))
    return tuple(values)


def match_rest(subject, keys):
    rest = dict.copy(subject)
    for key in keys:
        dict_pop(rest, key, None)
    return rest


_MATCHES_ITSELF = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def match_class(subject, cls, keywords, count):
    """The attributes that a class pattern names, as a tuple; None where the subject does not match."""
    if not isinstance(subject, cls):
        return None
    values = []
    if count:
        names = getattr(cls, '__match_args__', _nothing)
        if names is _nothing:
            most = 1 if issubclass(cls, _MATCHES_ITSELF) else 0
            if count > most:
                plural = '' if most == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)')
            values.append(subject)
        else:
            if not _is_a(names, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {_type_name(names)})')
            if count > len(names):
                plural = '' if len(names) == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {len(names)} positional sub-pattern{plural} ({count} given)')
            for name in names[:count]:
                if not _is_a(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {_type_name(name)})')
            keywords = names[:count] + keywords
    seen = []
    for name in keywords:
        if name in seen:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute '{name}'")
        seen.append(name)
        try:
            values.append(getattr(subject, name))
        except AttributeError:
            return None
    return tuple(values)
