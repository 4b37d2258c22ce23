"""What natives hand over as soon as they meet the program's own objects, and the built-in classes that call back.

Every function here is the twin of a native, named in Rust by `Runtime::prelude`. What begins with an underscore and is not defined
here is a native of `native/prelude.rs`.
"""

BUILTINS += ('enumerate', 'zip', 'map', 'filter')


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
        raise TypeError(f'__bool__ should return bool, returned {type(result).__name__}')
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
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return exactly(int, method(), '__index__ returned non-int')


def exactly(cls, result, complaint):
    """What a conversion answered, as a value of the built-in type itself."""
    kind = type(result)
    if kind is cls:
        return result
    if not _is_real_subclass(kind, cls):
        raise TypeError(f'{complaint} (type {kind.__name__})')
    deprecated(f'{complaint} (type {kind.__name__}).  The ability to return an instance of a strict subclass of {cls.__name__} '
               'is deprecated, and may be removed in a future version of Python.')
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
        raise AttributeError(f'object {type(value).__name__} does not have {name} method')
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
    return sorted(list(_special(target, '__dir__')()))


# Operators.

_FORWARD = (
    '__add__', '__sub__', '__mul__', '__matmul__', '__truediv__', '__mod__', '__pow__', '__lshift__', '__rshift__', '__or__', '__xor__',
    '__and__', '__floordiv__', '__divmod__',
)
_BACKWARD = (
    '__radd__', '__rsub__', '__rmul__', '__rmatmul__', '__rtruediv__', '__rmod__', '__rpow__', '__rlshift__', '__rrshift__', '__ror__',
    '__rxor__', '__rand__', '__rfloordiv__', '__rdivmod__',
)
_IN_PLACE = (
    '__iadd__', '__isub__', '__imul__', '__imatmul__', '__itruediv__', '__imod__', '__ipow__', '__ilshift__', '__irshift__', '__ior__',
    '__ixor__', '__iand__', '__ifloordiv__', None,
)


def binary_op(op, a, b):
    result = _by_methods(op, a, b)
    if result is not NotImplemented:
        return result
    return _sequences_rest(op, a, b, False)


def inplace_op(op, a, b):
    method = _own(a, _IN_PLACE[op])
    if method is not None:
        result = method(b)
        if result is not NotImplemented:
            return result
    elif op == 0 and type(a) is not list and type(a) is not bytearray and _is_a(a, (list, bytearray)):
        # What extends these has their way of adding as if it were a number's.
        return _binary_rest(op, a, b, True)
    elif _is_a(a, (dict, set)):
        result = _binary_numbers_in_place(op, a, b)
        if result is not NotImplemented:
            return result
    result = _by_methods(op, a, b)
    if result is not NotImplemented:
        return result
    return _sequences_rest(op, a, b, True)


_SEQUENCES = (str, bytes, bytearray, tuple, list)


def _multiplies(value):
    """Whether it is a sequence whose class has a method of its own for `*`: it is multiplied as a number then, both ways."""
    if not _is_a(value, _SEQUENCES):
        return False
    return _own_on_class(type(value), '__mul__') is not None or _own_on_class(type(value), '__rmul__') is not None


def _repeated(sequence):
    """The method of the built-in type for `*`."""
    return lambda times: repeat_sequence(sequence, times, False)


def _sequences_rest(op, a, b, in_place):
    """What remains of an operator when no method has answered: what has a method of its own is no sequence for that operator."""
    if (op == 0 or op == 2) and _is_a(a, _SEQUENCES):
        if op == 0 and _own_on_class(type(a), '__add__') is not None:
            sign = '+=' if in_place else '+'
            raise TypeError(f"unsupported operand type(s) for {sign}: '{type(a).__name__}' and '{type(b).__name__}'")
        in_place = in_place and _own(a, _IN_PLACE[op]) is None
    if op != 2 or not (_multiplies(a) or _multiplies(b)) or in_place and _is_a(a, (list, bytearray)):
        return _binary_rest(op, a, b, in_place)
    if _is_a(a, _SEQUENCES) and not _multiplies(a):
        return _binary_rest(2, a, b, in_place)
    if not in_place and _is_a(b, _SEQUENCES) and not _multiplies(b):
        return _binary_rest(2, b, a, False)
    sign = '*=' if in_place else '*'
    raise TypeError(f"unsupported operand type(s) for {sign}: '{type(a).__name__}' and '{type(b).__name__}'")


def _by_methods(op, a, b):
    """The left operand's method, then the right one's; the other way round where the right one's class is a subclass that has its own."""
    forward = _own(a, _FORWARD[op])
    backward = None
    if op == 2 and forward is None and _multiplies(a):
        forward = _repeated(a)
    if type(a) is not type(b):
        backward = _own(b, _BACKWARD[op])
        if op == 2 and backward is None and _multiplies(b):
            backward = _repeated(b)
        if backward is not None and _is_real_subclass(type(b), type(a)):
            if _own_on_class(type(b), _BACKWARD[op]) is not _own_on_class(type(a), _BACKWARD[op]):
                result = backward(a)
                if result is not NotImplemented:
                    return result
                backward = None
    if forward is not None:
        result = forward(b)
        if result is NotImplemented and backward is None and _knows(op, b, a):
            result = _binary_numbers(op, a, b)
    elif backward is not None and _rank(a) < _rank(b):
        # A number's own method takes no number of a wider type: the right one's is asked.
        result = NotImplemented
    else:
        result = _binary_numbers(op, a, b)
    if result is NotImplemented and backward is not None:
        result = backward(a)
    return result


def _knows(op, b, a):
    """Whether the operator of the right operand's built-in type takes the left one, whose own method has not answered."""
    if type(a) is type(b) or _own(b, _FORWARD[op]) is not None or _own(b, _BACKWARD[op]) is not None:
        return False
    inside, other = _inner(a), _inner(b)
    return _rank(a) <= _rank(b) < 4 or (type(inside) is type(other) or _is_set(inside) and _is_set(other)) and inside is not a


def _rank(value):
    if _is_a(value, complex):
        return 3
    if _is_a(value, float):
        return 2
    return 1 if _is_a(value, int) else 4


def divmod_op(a, b):
    result = _by_methods(13, a, b)
    if result is NotImplemented:
        raise _unsupported('divmod()', a, b)
    return result


def pow_modulo(a, b, modulus):
    method = _special(a, '__pow__')
    if method is None:
        # A class that has only the other operators has the slot, too.
        raise AttributeError('__pow__')
    result = method(b, modulus)
    if result is not NotImplemented:
        return result
    raise TypeError(
        f"unsupported operand type(s) for ** or pow(): '{type(a).__name__}', '{type(b).__name__}', '{type(modulus).__name__}'")


def repeat_sequence(sequence, times, in_place):
    count = index(times)
    if not -_MOST <= count <= _MOST:
        raise OverflowError(f"cannot fit '{type(times).__name__}' into an index-sized integer")
    return _binary_rest(2, sequence, count, in_place)


def list_extend_in_place(values, iterable):
    list_extend(values, iterable)
    return values


def union_of_types(a, b):
    import types
    return types._union((a, b))


def generic_alias(cls, item):
    import types
    return types.GenericAlias(cls, item)


def class_getitem(cls, item):
    if cls is type:
        # Of the metaclasses only `type` itself takes arguments.
        return generic_alias(cls, item)
    method = getattr(cls, '__class_getitem__', None)
    if method is None:
        raise TypeError(f"type '{cls.__name__}' is not subscriptable")
    return method(item)


# Comparisons.

_COMPARISONS = ('__lt__', '__le__', '__gt__', '__ge__', '__eq__', '__ne__')
_REFLECTED = ('__gt__', '__ge__', '__lt__', '__le__', '__eq__', '__ne__')
_REFLECTED_OP = (2, 3, 0, 1, 4, 5)


def compare_op(op, a, b):
    backward_first = type(a) is not type(b) and _is_real_subclass(type(b), type(a))
    if backward_first:
        result = _compare_one_way(_REFLECTED_OP[op], b, a)
        if result is not NotImplemented:
            return result
    result = _compare_one_way(op, a, b)
    if result is not NotImplemented:
        return result
    if not backward_first:
        result = _compare_one_way(_REFLECTED_OP[op], b, a)
        if result is not NotImplemented:
            return result
    if op == 4:
        return a is b
    if op == 5:
        return a is not b
    raise _unsupported_comparison(op, a, b)


def _compare_one_way(op, a, b):
    name = _COMPARISONS[op]
    if _own(a, name) is not None:
        method = looked_up_or_lost(a, name)
        return NotImplemented if method is None else method(b)
    if _rank(a) < _rank(b) < 4 and _own(b, _REFLECTED[op]) is not None:
        # A number's own comparison knows no wider type.
        return NotImplemented
    if op == 5 and _inner(a) is a:
        # Built-in types have a `!=` of their own.
        method = _own(a, '__eq__')
        if method is not None:
            result = method(b)
            return result if result is NotImplemented else not result
    result = _compare_builtin(op, a, b)
    if result is None:
        return compare_deep(op, _inner(a), _inner(b))
    return result


def ne_by_eq(a, b):
    result = _special(a, '__eq__')(b)
    return result if result is NotImplemented else not result


def compare_deep(op, a, b):
    """Two built-in containers whose items, or keys, are the program's."""
    if _is_a(a, (list, tuple)) and type(a) is type(b):
        return _compare_sequences(op, a, b)
    if _is_a(a, dict) and _is_a(b, dict):
        return _equal_dicts(a, b) if op == 4 else not _equal_dicts(a, b)
    if _is_set_like(a) and _is_set_like(b):
        return _compare_sets(op, a, b)
    if _is_a(a, slice) and _is_a(b, slice):
        return _compare_sequences(op, (a.start, a.stop, a.step), (b.start, b.stop, b.step))
    if op == 4 or op == 5:
        x, y = _referent(a), _referent(b)
        if x is not None and y is not None:
            return compare_op(op, x, y)
        return (a is b) == (op == 4)
    return NotImplemented


def _compare_sequences(op, a, b):
    if op >= 4 and len(a) != len(b):
        return op == 5
    at = 0
    while at < len(a) and at < len(b):
        x, y = a[at], b[at]
        if x is not y and not x == y:
            if op == 4:
                return False
            if op == 5:
                return True
            return _ordered(op, x, y)
        at += 1
    return _ordered(op, len(a), len(b))


def _ordered(op, x, y):
    if op == 0:
        return x < y
    if op == 1:
        return x <= y
    if op == 2:
        return x > y
    if op == 3:
        return x >= y
    if op == 4:
        return x == y
    return x != y


def _equal_dicts(a, b):
    if len(a) != len(b):
        return False
    for key, value in dict.items(a):
        at = find_key(b, key)
        if at < 0:
            return False
        other = _dict_value_at(b, at)
        if other is not value and not value == other:
            return False
    return True


def _compare_sets(op, a, b):
    if op == 4 or op == 5:
        return (len(a) == len(b) and _all_in(a, b)) == (op == 4)
    if op == 2 or op == 3:
        a, b = b, a
        op -= 2
    if len(a) > len(b) or op == 0 and len(a) == len(b):
        return False
    return _all_in(a, b)


def _all_in(a, b):
    if _is_set(a) and _is_set(b):
        # Their elements' hashes are known.
        for hashed, element in _set_entries(a):
            if find_element(b, element, hashed) < 0:
                return False
        return True
    for item in a:
        if item not in b:
            return False
    return True


def contains_by_method(container, item):
    if _lookup(type(container), '__contains__') is None:
        raise TypeError(f"'{type(container).__name__}' object is not a container")
    return bool(_special(container, '__contains__')(item))


def contains_with_index(container, item):
    number = None
    try:
        number = index(item)
    except BaseException:
        pass
    if number is None:
        if not _is_a(item, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(item).__name__}'")
        number = _inner(item)
    return number in container


def contains_by_iteration(container, item):
    iterator = None
    try:
        iterator = iter(container)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(f"argument of type '{type(container).__name__}' is not iterable")
    if _gives_itself(iterator):
        for known in iterator:
            if known is item or known == item:
                return True
        return False
    end = object()
    while (known := next(iterator, end)) is not end:
        if known is item or known == item:
            return True
    return False


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
        raise TypeError(f"unhashable type: '{type(value).__name__}'")
    whole, value = value, _inner(value)
    if _is_a(value, tuple):
        return _hash_tuple([hash(item) for item in value])
    known = _hash_known(value)
    if known is None:
        if (referent := _referent(value)) is not None:
            return _keep_hash(value, hash(referent))
        raise TypeError(f"unhashable type: '{type(whole).__name__}'")
    return known


# Items.

def getitem_with_index(container, at):
    return container[_plain_index(at) if type(container) is range else _place(at)]


def setitem_with_index(container, at, value):
    container[_place(at)] = value


def delitem_with_index(container, at):
    del container[_place(at)]


def _place(at):
    place = _plain_index(at)
    if type(place) is int and not -_MOST <= place <= _MOST:
        raise IndexError(f"cannot fit '{type(at).__name__}' into an index-sized integer")
    return place


def _plain_index(at):
    if _is_a(at, slice):
        step = _plain_bound(at.step)
        return slice(_plain_bound(at.start), _plain_bound(at.stop), step)
    return index(at)


def _plain_bound(bound):
    if bound is None:
        return None
    if _special(bound, '__index__') is None:
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return index(bound)


def setslice_from_iterable(container, at, iterable):
    complaint = 'can only assign an iterable' if at.step is None or at.step == 1 else 'must assign iterable to extended slice'
    container[at] = sequence_of(iterable, complaint)


def bytearray_setitem(array, at, value):
    array[at] = list(bytearray(value)) if _is_a(at, slice) else index(value)


def range_index(numbers, item):
    at = 0
    for number in numbers:
        if number == item:
            return at
        at += 1
    raise ValueError('sequence.index(x): x not in sequence')


def range_count(numbers, item):
    count = 0
    for number in numbers:
        if number == item:
            count += 1
    return count


def sequence_index(values, item, start, stop):
    at = start
    while at < stop and at < len(values):
        known = values[at]
        if known is item or known == item:
            return at
        at += 1
    if _is_a(values, tuple):
        raise ValueError('tuple.index(x): x not in tuple')
    not_in_list(item)


def not_in_list(item):
    raise ValueError(f'{item!r} is not in list')


def sequence_count(values, item):
    count = 0
    for known in values:
        if known is item or known == item:
            count += 1
    return count


# Iteration.

def iter_of(iterable):
    method = None
    if _lookup(type(iterable), '__iter__') is not None:
        method = looked_up_or_lost(iterable, '__iter__') if _own(iterable, '__iter__') is not None else _special(iterable, '__iter__')
        if method is None and _special(iterable, '__getitem__') is not None and looked_up_or_lost(iterable, '__getitem__') is not None:
            return sequence_iterator(iterable)
    if method is None or method is _uncallable:
        raise TypeError(f"'{type(iterable).__name__}' object is not iterable")
    iterator = method()
    if _special(iterator, '__next__') is None:
        raise TypeError(f"iter() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def set_state_with_index(iterator, state):
    iterator.__setstate__(index(state))


def list_of(iterable):
    values = []
    list_extend(values, iterable)
    return values


def _ask_length(iterable):
    """How much there is to come, as C asks before it takes all of it: `__len__`, and where that can't tell `__length_hint__`."""
    if _special(iterable, '__len__') is not None:
        if _own(iterable, '__len__') is None:
            return None
        try:
            return len(iterable)
        except TypeError:
            pass
    method = looked_up(iterable, '__length_hint__')
    return None if method is None else _hinted(method)


def _hinted(method):
    try:
        hint = method()
    except TypeError:
        return None
    if hint is NotImplemented:
        return None
    if not _is_a(hint, int):
        raise TypeError(f'__length_hint__ must be an integer, not {type(hint).__name__}')
    hint = int.__int__(hint)
    if not -_MOST - 1 <= hint <= _MOST:
        raise OverflowError('Python int too large to convert to C ssize_t')
    if hint < 0:
        raise ValueError('__length_hint__() should return >= 0')
    return hint


# The largest size there is.
_MOST = 2 ** 63 - 1


def sequence_of(iterable, complaint):
    """What C takes by its function for any sequence: a list, or the iterable itself where that is a list or a tuple."""
    if type(iterable) is list or type(iterable) is tuple:
        return iterable
    iterator = None
    try:
        iterator = iter(iterable)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(complaint)
    # C makes a list of it, which asks for an iterator once more.
    return list_of(iterator)


def _take(values, iterator):
    """Appends all that is to come. The iterator is asked for nothing else: not for itself once more."""
    append = list.append
    if _gives_itself(iterator):
        for value in iterator:
            append(values, value)
        return
    end = object()
    while (value := next(iterator, end)) is not end:
        append(values, value)


def _gives_itself(iterator):
    """Whether a `for` may run over what `iter` has given: it asks for an iterator once more, and one of the program's would see that."""
    return _own(iterator, '__next__') is None


_nothing = object()


class sequence_iterator:
    """Over what has `__getitem__` alone."""

    __module__ = 'builtins'
    __qualname__ = 'iterator'
    __slots__ = ('_sequence', '_at')

    def __init__(self, sequence):
        self._sequence = sequence
        self._at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            raise StopIteration
        at = self._at
        try:
            value = self._sequence[at]
            self._at = at + 1
        except (IndexError, StopIteration):
            self._at = -1
            self._sequence = None
        if self._at < 0:
            raise StopIteration
        return value

    def __length_hint__(self):
        if self._at < 0:
            return 0
        if _special(self._sequence, '__len__') is None:
            return NotImplemented
        length = len(self._sequence)
        return length - self._at if self._at < length else 0


sequence_iterator.__name__ = 'iterator'
_static_type(sequence_iterator)


@_static_type
class callable_iterator:
    """`iter(function, sentinel)`."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_sentinel')

    def __init__(self, function, sentinel):
        if not callable(function):
            raise TypeError('iter(v, w): v must be callable')
        self._function = function
        self._sentinel = sentinel

    def __iter__(self):
        return self

    def __next__(self):
        if self._function is None:
            raise StopIteration
        value = self._function()
        if value is self._sentinel or value == self._sentinel:
            self._function = None
            raise StopIteration
        return value


class reversed_sequence:
    """`reversed` of what has `__len__` and `__getitem__`."""

    __module__ = 'builtins'
    __qualname__ = 'reversed'
    __slots__ = ('_sequence', '_at')

    def __init__(self, sequence):
        self._sequence = sequence
        self._at = len(sequence) - 1

    def __iter__(self):
        return self

    def __next__(self):
        if self._at < 0:
            raise StopIteration
        at = self._at
        found = False
        try:
            value = self._sequence[at]
            found = True
        except (IndexError, StopIteration):
            pass
        self._at = at - 1 if found else -1
        if not found:
            raise StopIteration
        return value

    def __length_hint__(self):
        length = len(self._sequence)
        return self._at + 1 if self._at < length else 0


reversed_sequence.__name__ = 'reversed'
_static_type(reversed_sequence)


_proxy_type = type(type.__dict__)


@_static_type
class mappingproxy(_proxy_type):
    """A view of a mapping that is no plain dict: everything is asked of that."""

    __module__ = 'builtins'
    __slots__ = ('_mapping',)

    def __new__(cls, mapping, /):
        return _proxy_type(mapping)

    def __getitem__(self, key):
        return self._mapping[key]

    def __len__(self):
        return len(self._mapping)

    def __iter__(self):
        return iter(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __contains__(self, key):
        return key in self._mapping

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()

    def __repr__(self):
        return f'mappingproxy({self._mapping!r})'

    def __str__(self):
        return str(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if type(other) is mappingproxy else other)

    def __ror__(self, other):
        return other | self._mapping

    def __ior__(self, other):
        raise TypeError("'|=' is not supported by mappingproxy; use '|' instead")

    def __eq__(self, other):
        return self._mapping == other

    def __ne__(self, other):
        return self._mapping != other

    def __lt__(self, other):
        return self._mapping < other

    def __le__(self, other):
        return self._mapping <= other

    def __gt__(self, other):
        return self._mapping > other

    def __ge__(self, other):
        return self._mapping >= other

    __hash__ = None


_match_as(mappingproxy, 'mapping')
_final(mappingproxy)
_final(_proxy_type)


def proxy_of(mapping):
    proxy = object.__new__(mappingproxy)
    proxy._mapping = mapping
    return proxy


@made_by_new
@_static_type
class enumerate:
    """Pairs of a number and an item."""

    __module__ = 'builtins'
    __slots__ = ('_next', '_at')

    def __init__(self, iterable=_nothing, start=0):
        if iterable is _nothing:
            place = '' if type(self) is enumerate else ' (pos 1)'
            raise TypeError(f"enumerate() missing required argument 'iterable'{place}")
        self._next = iter(iterable)
        self._at = index(start)

    def __iter__(self):
        return self

    def __next__(self):
        value = next(self._next)
        at = self._at
        self._at = at + 1
        return at, value

    def __class_getitem__(cls, item):
        return generic_alias(cls, item)


@made_by_new
@_static_type
class zip:
    """Tuples of one item of each iterable."""

    __module__ = 'builtins'
    __slots__ = ('_iterators', '_strict')

    def __init__(self, *iterables, strict=False):
        self._iterators = [iter(iterable) for iterable in iterables]
        self._strict = bool(strict)

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if not iterators:
            raise StopIteration
        values = []
        try:
            for iterator in iterators:
                values.append(next(iterator))
            return tuple(values)
        except StopIteration:
            if not self._strict:
                raise
        self._check_lengths(len(values))
        raise StopIteration

    def _check_lengths(self, ended):
        if ended:
            others = 'argument 1' if ended == 1 else f'arguments 1-{ended}'
            raise ValueError(f'zip() argument {ended + 1} is shorter than {others}')
        at = 1
        while at < len(self._iterators):
            try:
                next(self._iterators[at])
            except StopIteration:
                at += 1
                continue
            others = 'argument 1' if at == 1 else f'arguments 1-{at}'
            raise ValueError(f'zip() argument {at + 1} is longer than {others}')


@made_by_new
@_static_type
class map:
    """A function's results for the items of iterables."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_iterators')

    def __init__(self, *args):
        if len(args) < 2:
            raise TypeError('map() must have at least two arguments.')
        self._function = args[0]
        self._iterators = [iter(iterable) for iterable in args[1:]]

    def __iter__(self):
        return self

    def __next__(self):
        iterators = self._iterators
        if len(iterators) == 1:
            return self._function(next(iterators[0]))
        return self._function(*[next(iterator) for iterator in iterators])


@made_by_new
@_static_type
class filter:
    """The items for which a function's result is true."""

    __module__ = 'builtins'
    __slots__ = ('_function', '_iterator')

    def __init__(self, function, iterable, /):
        self._function = function
        self._iterator = iter(iterable)

    def __iter__(self):
        return self

    def __next__(self):
        function = self._function
        if function is None or function is bool:
            while True:
                if value := next(self._iterator):
                    return value
        while True:
            value = next(self._iterator)
            if function(value):
                return value


class anext_awaitable:
    """What `anext` answers that has a default: the end of the iteration becomes its result."""

    __module__ = 'builtins'
    __slots__ = ('_wrapped', '_default')

    def __init__(self, wrapped, default):
        self._wrapped = wrapped
        self._default = default

    def __await__(self):
        return self

    def __iter__(self):
        return self

    def __next__(self):
        return self._ask(next, awaitable_iterator(self._wrapped))

    def send(self, value):
        return self._ask(awaitable_iterator(self._wrapped).send, value)

    def throw(self, *error):
        return self._ask(awaitable_iterator(self._wrapped).throw, *error)

    def close(self):
        return self._ask(awaitable_iterator(self._wrapped).close)

    def _ask(self, method, *args):
        try:
            return method(*args)
        except StopAsyncIteration:
            pass
        raise StopIteration(self._default)


def awaitable_iterator(awaitable):
    """The iterator that `await` goes through."""
    method = _special(awaitable, '__await__')
    if method is None:
        code = getattr(awaitable, 'gi_code', None)
        if code is not None and code.co_flags & 0x100:  # of a generator-based coroutine
            return awaitable
        raise TypeError(f"object {type(awaitable).__name__} can't be used in 'await' expression")
    iterator = method()
    if hasattr(iterator, 'cr_code'):
        raise TypeError("__await__() returned a coroutine")
    if _special(iterator, '__next__') is None:
        raise TypeError(f"__await__() returned non-iterator of type '{type(iterator).__name__}'")
    return iterator


def aiter_of(iterable, method):
    iterator = method() if _getter_of(method) is None else async_method_of(iterable, '__aiter__')
    if not _has_anext(iterator):
        raise TypeError(f"aiter() returned not an async iterator of type '{type(iterator).__name__}'")
    return iterator


def async_for_of(iterable, method):
    iterator = method() if _getter_of(method) is None else async_method_of(iterable, '__aiter__')
    if not _has_anext(iterator):
        raise TypeError(
            f"'async for' received an object from __aiter__ that does not implement __anext__: {type(iterator).__name__}")
    return iterator


def _has_anext(iterator):
    return _special(iterator, '__anext__') is not None


def anext_or_default(method, default):
    return anext_awaitable(method(), default)


# Functions of iterables.

def sum_of(iterable, start):
    iterator = iter(iterable)
    for kind, empty in ((str, "''"), (bytes, "b''"), (bytearray, "b''")):
        if _is_a(start, kind):
            plural = 'strings' if kind is str else kind.__name__
            raise TypeError(f"sum() can't sum {plural} [use {empty}.join(seq) instead]")
    return sum_rest(iterator, start)


def sum_rest(iterator, total):
    if _gives_itself(iterator):
        for value in iterator:
            total = total + value
        return total
    end = object()
    while (value := next(iterator, end)) is not end:
        total = total + value
    return total


def sum_from(total, value, rest):
    return sum_rest(rest, total + value)


def any_of(iterable):
    for value in iterable:
        if value:
            return True
    return False


def any_from(value, rest):
    return True if value else any_of(rest)


def all_of(iterable):
    for value in iterable:
        if not value:
            return False
    return True


def all_from(value, rest):
    return all_of(rest) if value else False


def extreme_of(name, iterable, key, default):
    """`min` or `max` of the program's objects; `default` is a tuple of none or one."""
    smallest = name == 'min'
    found = False
    best = best_key = None
    for value in iterable:
        value_key = value if key is None else key(value)
        if not found:
            found = True
            best, best_key = value, value_key
        elif value_key < best_key if smallest else value_key > best_key:
            best, best_key = value, value_key
    if found:
        return best
    if default:
        return default[0]
    raise ValueError(f'{name}() arg is an empty sequence')


def sorted_of(iterable, key, reverse):
    values = list_of(iterable)
    list_sort(values, key, reverse)
    return values


def list_sort(values, key, reverse):
    reverse = index(reverse)
    if not -2 ** 31 <= reverse < 2 ** 31:
        raise OverflowError('Python int too large to convert to C int')
    reverse = bool(reverse)
    items = values[:]
    # Nobody sees the items meanwhile.
    values.clear()
    try:
        keys = items if key is None else [key(item) for item in items]
        order = _sort_order(keys, reverse)
        if order is None:
            order = _merge_sort(_sortable(keys), reverse)
        items = [items[at] for at in order]
        if values:
            raise ValueError('list modified during sort')
    finally:
        values[:] = items


def _sortable(keys):
    """The keys; those that are all of one type have its `__lt__` asked first, and the operator only where that has no answer."""
    kind = type(keys[0])
    if _own_on_class(kind, '__lt__') is None or any([type(key) is not kind for key in keys]):
        return keys
    return [_OfOneType(key) for key in keys]


class _OfOneType:
    __slots__ = ('key',)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        result = _compare_one_way(0, self.key, other.key)
        return self.key < other.key if result is NotImplemented else result


# From this many on, a list is sorted in runs that are merged; below, in one.
_ONE_RUN = 64


def _merge_sort(keys, reverse):
    """The places of the keys in their order, by `<` alone, asked for in CPython's order where there are few."""
    order = list(range(len(keys)))
    if reverse:
        order.reverse()
    size = len(order) if len(order) < _ONE_RUN else _ONE_RUN // 2
    runs = [_sorted_run(keys, order[at:at + size]) for at in range(0, len(order), size or 1)]
    while len(runs) > 1:
        merged = []
        at = 0
        while at + 1 < len(runs):
            merged.append(_merge(keys, runs[at], runs[at + 1]))
            at += 2
        if at < len(runs):
            merged.append(runs[at])
        runs = merged
    order = runs[0] if runs else []
    if reverse:
        order.reverse()
    return order


def _sorted_run(keys, run):
    """What is in order from the front, or in the opposite order, stays; the rest is inserted, found by halving."""
    done = 1
    if len(run) > 1:
        done = 2
        descending = bool(keys[run[1]] < keys[run[0]])
        while done < len(run) and bool(keys[run[done]] < keys[run[done - 1]]) == descending:
            done += 1
        if descending:
            run[:done] = run[:done][::-1]
    while done < len(run):
        item = run[done]
        low, high = 0, done
        while low < high:
            middle = (low + high) // 2
            if keys[item] < keys[run[middle]]:
                high = middle
            else:
                low = middle + 1
        run[low + 1:done + 1] = run[low:done]
        run[low] = item
        done += 1
    return run


def _merge(keys, left, right):
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if keys[right[j]] < keys[left[i]]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
    return merged


# Lists and tuples.

def list_new(cls, iterable):
    values = _new_around(cls, [])
    list_extend(values, iterable)
    return values


def list_init(values, iterable):
    list.clear(values)
    list_extend(values, iterable)


def list_extend(values, iterable):
    append = list.append
    if iterable is values:
        # What it has now: it would grow as it is read.
        for value in sequence_of(iterable, 'argument must be iterable'):
            append(values, value)
        return
    if _own(iterable, '__len__') is not None or _own(iterable, '__length_hint__') is not None:
        # As CPython: asks for the iterator first, then how much there is to come, then for the values.
        iterator = iter(iterable)
        _ask_length(iterable)
        _take(values, iterator)
        return
    for value in iterable:
        append(values, value)


def list_insert(values, at, value):
    list.insert(values, index(at), value)


def list_pop(values, at):
    return list.pop(values, index(at))


def list_remove(values, item):
    at = 0
    while at < len(values):
        known = values[at]
        if known is item or known == item:
            del values[at]
            return
        at += 1
    raise ValueError('list.remove(x): x not in list')


def tuple_new(cls, iterable):
    return tuple.__new__(cls, list_of(iterable))


def slice_indices(part, length):
    length = index(length)
    part = _plain_index(part)
    if length < 0:
        raise ValueError('length should not be negative')
    step = 1 if part.step is None else index(part.step)
    if step == 0:
        raise ValueError('slice step cannot be zero')
    lowest, highest = (0, length) if step > 0 else (-1, length - 1)
    ends = []
    for bound, default in ((part.start, lowest if step > 0 else highest), (part.stop, highest if step > 0 else lowest)):
        if bound is None:
            ends.append(default)
        else:
            bound = index(bound)
            ends.append(max(bound + length, lowest) if bound < 0 else min(bound, highest))
    return ends[0], ends[1], step


# Dicts.

def find_key(table, key):
    """The place of a key whose `__hash__` or `__eq__` is the program's, or of any key among such; -1 where it is not there."""
    return _find_hashed(table, key, hash(key))


def _find_hashed(table, key, hashed):
    at = _dict_find(table, hashed, key)
    if at is not None:
        return at
    for at, known in _candidates(table, hashed):
        if known is key or known == key:
            return at
    return -1


def dict_getitem(table, key):
    at = find_key(table, key)
    if at < 0:
        raise KeyError(key)
    return _dict_value_at(table, at)


def dict_getitem_or_missing(table, key):
    at = find_key(table, key)
    if at < 0:
        return _special(table, '__missing__')(key)
    return _dict_value_at(table, at)


def dict_setitem(table, key, value):
    hashed = hash(key)
    at = _find_hashed(table, key, hashed)
    if at < 0:
        _dict_insert(table, hashed, key, value)
    else:
        _dict_set_at(table, at, value)


def dict_delitem(table, key):
    at = find_key(table, key)
    if at < 0:
        raise KeyError(key)
    _dict_remove_at(table, at)


def dict_contains(table, key):
    return find_key(table, key) >= 0


def dict_get(table, key, default):
    at = find_key(table, key)
    return default if at < 0 else _dict_value_at(table, at)


def dict_setdefault(table, key, default):
    hashed = hash(key)
    at = _find_hashed(table, key, hashed)
    if at >= 0:
        return _dict_value_at(table, at)
    _dict_insert(table, hashed, key, default)
    return default


def dict_pop(table, key, *default):
    at = find_key(table, key)
    if at >= 0:
        return _dict_remove_at(table, at)
    if default:
        return default[0]
    raise KeyError(key)


def dict_new(cls, source, keywords):
    table = _new_around(cls, {})
    dict_update(table, source, keywords)
    return table


def dict_update(table, source, keywords):
    target = _inner(table)
    plain = _dict_of(source)
    has_keys = False
    if plain is None or _own(source, 'keys') is not None:
        has_keys = hasattr(source, 'keys')
        plain = _inner(source) if has_keys and _is_a(source, dict) and _own(source, '__iter__') is None else None
    if plain is not None:
        size = len(plain)
        for key, value in list_of(plain.items()):
            target[key] = value
            if len(plain) != size:
                raise RuntimeError('dict mutated during update')
    elif has_keys:
        for key in _keys_of(source):
            target[key] = source[key]
    else:
        at = 0
        for pair in source:
            items = sequence_of(pair, f'cannot convert dictionary update sequence element #{at} to a sequence')
            if len(items) != 2:
                raise ValueError(f'dictionary update sequence element #{at} has length {len(items)}; 2 is required')
            target[items[0]] = items[1]
            at += 1
    for key in keywords:
        target[key] = keywords[key]


def _keys_of(mapping):
    """What `keys()` of a mapping gives, as C asks for it."""
    keys = mapping.keys()
    if type(keys) is list:
        return keys
    iterator = None
    try:
        iterator = iter(keys)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(f'{type(mapping).__name__}.keys() returned a non-iterable (type {type(keys).__name__})')
    values = []
    _take(values, iterator)
    return values


def dict_update_in_place(table, source):
    dict.update(table, source)
    return table


def dict_copy(table):
    """A copy of a dict whose class says itself how it is iterated."""
    copy = {}
    for key in _keys_of(table):
        copy[key] = table[key]
    return copy


def dict_union(a, b, in_place):
    target = a if in_place else dict.copy(a)
    dict_update(target, b, {})
    return target


def dict_fromkeys(cls, iterable, value):
    table = cls()
    for key in iterable:
        table[key] = value
    return table


def dict_of_items(items):
    """A dict display: key, value, key, value …"""
    table = {}
    at = 0
    while at < len(items):
        table[items[at]] = items[at + 1]
        at += 2
    return table


def dict_display_update(table, mapping):
    if _dict_of(mapping) is not None:
        dict_update(table, mapping, {})
        return
    merged = None
    try:
        for key in _keys_of(mapping):
            table[key] = mapping[key]
        merged = True
    except AttributeError:
        pass
    if merged is None:
        raise TypeError(f"'{type(mapping).__name__}' object is not a mapping")


def refuse_star(callee, kind):
    """`f(*x)` of what can't be iterated."""
    raise TypeError(f"{callee} argument after * must be an iterable, not {kind}")


def dict_merge(table, mapping, callee):
    """`f(**mapping)`."""
    name = getattr(callee, '__qualname__', None)
    module = getattr(callee, '__module__', None)
    if name is None:
        name = str(callee)
    else:
        name = f'{name}()' if module is None or module == 'builtins' else f'{module}.{name}()'
    items = None
    try:
        items = [(key, mapping[key]) for key in _keys_of(mapping)]
    except AttributeError:
        pass
    if items is None:
        raise TypeError(f'{name} argument after ** must be a mapping, not {type(mapping).__name__}')
    for key, value in items:
        if not _is_a(key, str):
            raise TypeError('keywords must be strings')
        key = _inner(key)
        if key in table:
            raise TypeError(f"{name} got multiple values for keyword argument '{key}'")
        table[key] = value


# Sets.

def find_element(group, element, hashed):
    at = _set_find(group, hashed, element)
    if at is not None:
        return at
    for at, known in _set_candidates(group, hashed):
        if known is element or known == element:
            return at
    return -1


def _hash_element(element):
    """A set, which has no hash, is looked for as the frozenset it equals."""
    inner = _inner(element)
    if type(inner) is not set:
        return hash(element)
    if _own(element, '__hash__') is not None:
        try:
            return hash(element)
        except TypeError:
            pass
    return _hash_frozenset(inner)


def set_contains(group, element):
    return find_element(group, element, _hash_element(element)) >= 0


def set_add(group, element):
    hashed = hash(element)
    if find_element(group, element, hashed) < 0:
        _set_insert(group, hashed, element)


def set_discard(group, element):
    at = find_element(group, element, _hash_element(element))
    if at >= 0:
        _set_remove_at(group, at)


def set_remove(group, element):
    at = find_element(group, element, _hash_element(element))
    if at < 0:
        raise KeyError(element)
    _set_remove_at(group, at)


def set_of(elements):
    return set_new(set, elements)


def set_new(cls, iterable):
    group = _new_around(cls, set())
    set_update(_inner(group), iterable)
    return group


def frozenset_new(cls, iterable):
    group = _new_around(cls, frozenset())
    set_update(_inner(group), iterable)
    return group


def set_update(group, iterable):
    if _is_set(iterable):
        for hashed, element in _set_entries(iterable):
            if find_element(group, element, hashed) < 0:
                _set_insert(group, hashed, element)
        return
    for element in iterable:
        set_add(group, element)


def set_update_all(group, others):
    """Of the first one some may have been added already, so room for it has been made."""
    first = True
    for other in others:
        inner = _inner(other)
        if not first and (_is_set(inner) or type(other) is dict):
            _set_make_room(group, len(inner))
        set_update(group, inner if _is_set(inner) else other)
        first = False


def set_op(op, a, b, in_place):
    """`a op b` of sets and of what is like one; `op` counts as in `_FORWARD`."""
    group, other = _inner(a), _inner(b)
    if not _is_set_like(group):
        group = a
    if not _is_set(other):
        other = b
    if _is_set(group) and _is_set(other):
        return _like(group, _combined(op, set(group) if op == 9 else group, other, True))
    if op == 11:
        return _common_with_view(group, other)
    if _is_set(group):
        result = set(group)
    else:
        result = set()
        if type(group).__name__ == 'dict_keys':
            _set_make_room(result, len(group))
        set_update(result, group)
    if op == 9:
        if _is_set(other):
            _set_make_room(result, len(other))
        set_update(result, other)
    elif op == 1:
        set_remove_all(result, other)
    else:
        set_toggle(result, other if _is_set(other) else set(other))
    return result


def _common_with_view(a, b):
    view, other = (a, b) if _is_set_like(a) and not _is_set(a) else (b, a)
    if type(other) is set and len(view) <= len(other):
        return _common(view, other)
    if not _is_set(other) and _is_set_like(other) and len(view) < len(other):
        view, other = other, view
    result = set()
    for element in other:
        if element in view:
            set_add(result, element)
    return result


def set_change(op, group, left, whole):
    """`group op= left`, which answers `whole`."""
    if op == 9:
        set_update(group, left)
    elif op == 1:
        set_remove_all(group, left)
    elif op == 10:
        set_toggle(group, left)
    else:
        set_intersection_update(group, [set_of(left)])
    return whole


def set_fold(op, group, others):
    """The methods `union`, `intersection`, `difference`, `symmetric_difference`."""
    result = set(group) if op == 9 else group
    first = True
    for other in others:
        result = _combined(op, result, _inner(other) if _is_set(_inner(other)) else other, first)
        first = False
    return _like(group, result)


def set_intersection_update(group, others):
    _set_replace(group, set_fold(11, group, others))


def set_difference_update(group, others):
    for other in others:
        set_remove_all(group, other)


def set_symmetric_difference_update(group, other):
    set_toggle(group, set(other))


def set_remove_all(group, doomed):
    if _is_set(doomed):
        for hashed, element in _set_entries(doomed):
            at = find_element(group, element, hashed)
            if at >= 0:
                _set_remove_at(group, at)
    else:
        for element in doomed:
            set_discard(group, element)
    _set_shrink(group)


def set_toggle(group, elements):
    for hashed, element in _set_entries(elements) if _is_set(elements) else ((hash(element), element) for element in elements):
        at = find_element(group, element, hashed)
        if at < 0:
            _set_insert(group, hashed, element)
        else:
            _set_remove_at(group, at)


def _is_set(value):
    return type(value) is set or type(value) is frozenset


def _like(group, result):
    """A new set as one of the type of another one."""
    if type(group) is not frozenset:
        return result
    frozen = _new_around(frozenset, frozenset())
    _set_replace(frozen, result)
    return frozen


def _combined(op, group, other, first):
    """What a union changes, and from the second on a difference, is `group` itself."""
    if op == 9:
        if _is_set(other) or type(other) is dict:
            _set_make_room(group, len(other))
        set_update(group, other)
        return group
    if op == 11:
        if _is_set(other) and len(other) > len(group):
            return _common(group, other)
        return _common(other, group)
    if op == 10:
        result = set(other)
        set_toggle(result, group)
        return result
    if not first:
        set_remove_all(group, other)
        return group
    if not _is_set(other) and type(other) is not dict or len(group) >> 2 > len(other):
        result = set(group)
        set_remove_all(result, other)
        return result
    result = set()
    for hashed, element in _set_entries(group):
        if (find_element(other, element, hashed) if _is_set(other) else _find_hashed(other, element, hashed)) < 0:
            _set_insert(result, hashed, element)
    return result


def _common(walked, searched):
    result = set()
    if _is_set(walked) and _is_set(searched):
        # Their elements' hashes are known.
        for hashed, element in _set_entries(walked):
            if find_element(searched, element, hashed) >= 0 and find_element(result, element, hashed) < 0:
                _set_insert(result, hashed, element)
        return result
    most = len(searched)
    for element in walked:
        hashed = hash(element)
        if find_element(searched, element, hashed) >= 0 and find_element(result, element, hashed) < 0:
            _set_insert(result, hashed, element)
            if len(result) >= most:
                break
    return result


def set_is_subset(group, other):
    other = other if _is_set_like(other) else set_new(set, other)
    return _all_in(group, other)


def set_is_superset(group, other):
    return _all_in(other, group)


def is_disjoint(group, other):
    if _is_set(_inner(group)) and _is_set(other):
        walked, searched = (_inner(group), other) if len(other) > len(_inner(group)) else (other, _inner(group))
        for hashed, element in _set_entries(walked):
            if find_element(searched, element, hashed) >= 0:
                return False
        return True
    for element in other:
        if element in group:
            return False
    return True


# Text.

# The containers whose repr is being made: one met again inside of itself is cut short.
_open = []


def repr_of(value):
    method = _own(value, '__repr__')
    if method is not None:
        method = looked_up_or_lost(value, '__repr__')
        if method is None:
            # As C shows it, without the module.
            text = object.__repr__(value)
            return f"<{type(value).__name__}{text[text.index(' object at '):]}"
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__repr__ returned non-string (type {type(text).__name__})')
        return text
    inner = _inner(value)
    for known in _open:
        if known is inner:
            return _cut_short(inner)
    _open.append(inner)
    try:
        return _repr_inside(value, inner)
    finally:
        _open.pop()


def named_repr(group):
    """The repr of a set, whose class's name shows where it is a subclass."""
    inner = _inner(group)
    for known in _open:
        if known is inner:
            return f'{type(group).__name__}(...)'
    _open.append(inner)
    try:
        return _repr_inside(group, inner)
    finally:
        _open.pop()


def _cut_short(value):
    if _is_a(value, list):
        return '[...]'
    if _is_a(value, tuple):
        return '(...)'
    if _is_a(value, dict):
        return '{...}'
    if _is_a(value, (set, frozenset)):
        return f'{type(value).__name__}(...)'
    return '...'


def _repr_inside(whole, value):
    if _is_a(value, list):
        return f"[{', '.join([repr(item) for item in value])}]"
    if _is_a(value, tuple):
        if len(value) == 1:
            return f'({value[0]!r},)'
        return f"({', '.join([repr(item) for item in value])})"
    if _is_a(value, dict):
        return '{' + ', '.join([f'{key!r}: {item!r}' for key, item in dict.items(value)]) + '}'
    if _is_a(value, (set, frozenset)):
        inside = '{' + ', '.join([repr(item) for item in list_of(whole)]) + '}'
        return inside if type(whole) is set else f'{type(whole).__name__}({inside})'
    if _is_a(value, BaseException):
        return f"{type(value).__name__}({', '.join([repr(arg) for arg in value.args])})"
    kind = type(value).__name__
    if kind == 'mappingproxy':
        return f'mappingproxy({value.copy()!r})'
    if kind in ('dict_keys', 'dict_values', 'dict_items'):
        return f"{kind}([{', '.join([repr(item) for item in value])}])"
    if kind == 'method':
        return f"<bound method {getattr(value.__func__, '__qualname__', '?')} of {value.__self__!r}>"
    if kind in ('staticmethod', 'classmethod'):
        return f'<{kind}({value.__func__!r})>'
    if kind == 'slice':
        return f'slice({value.start!r}, {value.stop!r}, {value.step!r})'
    if _is_a(value, type):
        return f"<class '{_full_name(value)}'>"
    return object.__repr__(value)


def str_of(value):
    method = _own(value, '__str__')
    if method is not None:
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__str__ returned non-string (type {type(text).__name__})')
        return text
    if _is_a(value, BaseException):
        return exception_str(value)
    method = _own(value, '__repr__')
    if method is not None:
        text = method()
        if not _is_a(text, str):
            raise TypeError(f'__str__ returned non-string (type {type(text).__name__})')
        return text
    if type(value).__name__ == 'mappingproxy':
        return repr(value.copy())
    return repr(value)


def exception_str(error):
    args = error.args
    if _is_a(error, BaseExceptionGroup):
        count = len(error.exceptions)
        return f"{error.message} ({count} sub-exception{'' if count == 1 else 's'})"
    if _is_a(error, OSError) and error.errno is not None and error.strerror is not None:
        text = f'[Errno {error.errno}] {error.strerror}'
        if error.filename is None:
            return text
        return f'{text}: {error.filename!r}' if error.filename2 is None else f'{text}: {error.filename!r} -> {error.filename2!r}'
    if len(args) == 1:
        return repr(args[0]) if _is_a(error, KeyError) else str(args[0])
    return str(args) if args else ''


def exception_repr(error):
    return f"{type(error).__name__}({', '.join([repr(arg) for arg in error.args])})"


def format_value(value, conversion, spec):
    """A formatted value of an f-string; the conversions count from none over `!s` and `!r` to `!a`."""
    if conversion == 1:
        value = str(value)
    elif conversion == 2:
        value = repr(value)
    elif conversion == 3:
        value = ascii(value)
    return format(value, spec)


def echo(value):
    """What the interactive session shows of an expression statement."""
    _write(repr(value) + '\n', 0)


def echo_elsewhere(value):
    """The same where the program has replaced `sys.stdout`."""
    import sys
    sys.displayhook(value)


def format_of(method, spec):
    text = method(spec)
    if not _is_a(text, str):
        raise TypeError(f'__format__ must return a str, not {type(text).__name__}')
    return text


def ascii_of(value):
    text = repr(value)
    return text if str.isascii(text) else _escape_non_ascii(text)


def print_values(values, separator, end):
    """`print` to standard output, where a value's `__str__` is the program's and may print itself."""
    first = True
    for value in values:
        if not first:
            _write(str(separator), 0)
        first = False
        _write(str(value), 0)
    _write(str(end), 0)


def print_flushed(flush, values, separator, end, file):
    """`print` whose argument `flush` is the program's."""
    print(*values, sep=separator, end=end, file=file, flush=bool(flush))


def print_to(file, values, separator, end, flush):
    write = file.write
    first = True
    for value in values:
        if not first:
            write(str(separator))
        first = False
        write(str(value))
    write(str(end))
    if flush:
        file.flush()


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
        names = getattr(cls, '__match_args__', None)
        if names is None:
            most = 1 if issubclass(cls, _MATCHES_ITSELF) else 0
            if count > most:
                plural = '' if most == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {most} positional sub-pattern{plural} ({count} given)')
            values.append(subject)
        else:
            if not _is_a(names, tuple):
                raise TypeError(f'{cls.__name__}.__match_args__ must be a tuple (got {type(names).__name__})')
            if count > len(names):
                plural = '' if len(names) == 1 else 's'
                raise TypeError(f'{cls.__name__}() accepts {len(names)} positional sub-pattern{plural} ({count} given)')
            for name in names[:count]:
                if not _is_a(name, str):
                    raise TypeError(f'__match_args__ elements must be strings (got {type(name).__name__})')
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
