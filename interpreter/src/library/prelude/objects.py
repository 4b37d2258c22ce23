# What is asked of any object: whether it is true, how long it is, which index it stands for, its attributes, its hash.
#
# Every function here and in the files that follow is the twin of a native, named in Rust by `Runtime::prelude`. What begins with an
# underscore and is not defined here is a native of `native/prelude.rs`.


# Truth, length, indices, calls.


def not_implemented_is_true():
    deprecated('NotImplemented should not be used in a boolean context')
    return True


def vars_of(value):
    attributes = found = None
    try:
        attributes = value.__dict__
        found = True
    except AttributeError:
        pass
    if found is None:
        raise TypeError('vars() argument must have __dict__ attribute')
    return attributes


def length_hint_of(value):
    """What `operator.length_hint` finds; None where nothing tells."""
    if _special(value, '__len__') is not None:
        try:
            return len(value)
        except TypeError:
            pass
    method = _special(value, '__length_hint__')
    if method is None:
        return None
    return _hinted(method)


def truth_of(value):
    method = _own(value, '__bool__')
    if method is not None:
        result = method()
        if result is True or result is False:
            return result
        raise TypeError(f'__bool__ should return bool, returned {_type_name(result)}')
    if _own(value, '__len__') is not None:
        return length_of(value) > 0
    return True


def length_of(value):
    result = index(_special(value, '__len__')())
    if result < 0:
        raise ValueError('__len__() should return >= 0')
    if result > _MOST:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return result


def index(value):
    """An integer of what has `__index__`."""
    if type(value) is int:
        return value
    if _is_real_subclass(type(value), int):
        return int.__int__(value)
    method = _special(value, '__index__')
    if method is None:
        raise TypeError(f"'{_type_name(value)}' object cannot be interpreted as an integer")
    return exactly(int, method(), '__index__ returned non-int')


def exactly(cls, result, complaint):
    """What a conversion answered, as a value of the built-in type itself."""
    kind = type(result)
    if kind is cls:
        return result
    if not _is_real_subclass(kind, cls):
        raise TypeError(f'{complaint} (type {kind.__name__})')
    deprecated(
        f'{complaint} (type {kind.__name__}).  The ability to return an instance of a strict subclass of {cls.__name__} '
        'is deprecated, and may be removed in a future version of Python.'
    )
    return int.__int__(result) if cls is int else _inner(result)


# What CPython has in C of these warns of its callers.
_IN_C = ('operator', 'itertools', 'functools', 'collections', 'math')


def deprecated(text):
    from sys import _getframe
    from warnings import warn

    level = 1
    while _getframe(level - 1).f_globals.get('__name__') in _IN_C:
        level += 1
    warn(text, DeprecationWarning, level)


def looked_up(value, name):
    """A special method of the program's, whose descriptor has been asked for it; None where there is none."""
    method = _own(value, name)
    getter = None if method is None else _getter_of(method)
    return method if getter is None else getter[0](*getter[1])


def looked_up_or_lost(value, name):
    """The same; and None where the descriptor fails, as C does not ask why. One that gives None gives what can't be called."""
    try:
        method = looked_up(value, name)
    except BaseException:
        return None
    return _uncallable if method is None else method


def _uncallable(*args):
    raise TypeError("'NoneType' object is not callable")


def with_methods(manager, enter, exit, complaint):
    """What `with` calls, where a descriptor has to be asked for one of them: both, before the first is called."""
    getter = _getter_of(enter)
    if getter is not None:
        enter = getter[0](*getter[1])
    if complaint is not None:
        raise TypeError(complaint)
    getter = _getter_of(exit)
    if getter is not None:
        exit = getter[0](*getter[1])
    return exit, enter


def async_method_of(value, name):
    """`__await__`, `__aiter__` or `__anext__`, where a descriptor has to be asked for it."""
    method = looked_up_or_lost(value, name)
    if method is None:
        raise AttributeError(f'object {_type_name(value)} does not have {name} method')
    return method()


# Attributes.


def getattr_or_default(target, name, default):
    try:
        return getattr(target, name)
    except AttributeError:
        return default


def hasattr_of(target, name):
    try:
        getattr(target, name)
    except AttributeError:
        return False
    return True


def call_for_none(function, args):
    function(*args)


def call_with_index(name, value):
    """A built-in function of an integer, for what has `__index__`."""
    value = index(value)
    if name == 'chr':
        return chr(value)
    if name == 'bin':
        return bin(value)
    return oct(value) if name == 'oct' else hex(value)


def range_new(cls, numbers):
    return cls.__new__(cls, *[index(number) for number in numbers])


def vars_of_scope():
    return _locals()


def dir_of_scope():
    return sorted(_locals())


def dir_of(target):
    return sorted(_special(target, '__dir__')())


def names_by_attributes(obj):
    """What `object.__dir__` finds where the object itself says what is in its `__dict__` and what its class is."""
    own = getattr(obj, '__dict__', None)
    names = dict(own) if _is_a(own, dict) else {}
    _add_names(names, getattr(obj, '__class__', None))
    return list(names)


def _add_names(names, cls):
    names.update(getattr(cls, '__dict__', ()))
    for base in getattr(cls, '__bases__', ()):
        _add_names(names, base)


# Hashes.


def hash_of(value):
    method = _own(value, '__hash__')
    found = None
    if method is not None and _lookup(type(value), '__hash__') is not None:
        found = looked_up_or_lost(value, '__hash__')
    if found is not None and found is not _uncallable:
        result = found()
        if not _is_a(result, int):
            raise TypeError('__hash__ method should return an integer')
        return _hash_int(_inner(result))
    if method is not None:
        raise TypeError(f"unhashable type: '{_type_name(value)}'")
    whole, value = value, _inner(value)
    if _is_a(value, tuple):
        return _hash_tuple([hash(item) for item in value])
    known = _hash_known(value)
    if known is None:
        if (referent := _referent(value)) is not None:
            return _keep_hash(value, hash(referent))
        raise TypeError(f"unhashable type: '{_type_name(whole)}'")
    return known
