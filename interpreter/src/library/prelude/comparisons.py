# Comparisons, where an operand is the program's or holds what is.


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
    # Built-in types have a `!=` of their own.
    if op == 5 and _inner(a) is a and _own(a, '__eq__') is not None:
        return ne_by_eq(a, b)
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
        raise TypeError(f"'{_type_name(container)}' object is not a container")
    return bool(_special(container, '__contains__')(item))


def contains_with_index(container, item):
    number = None
    try:
        number = index(item)
    except BaseException:
        pass
    if number is None:
        if not _is_a(item, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{_type_name(item)}'")
        number = _inner(item)
    return number in container


def contains_by_iteration(container, item):
    iterator = None
    try:
        iterator = iter(container)
    except TypeError:
        pass
    if iterator is None:
        raise TypeError(f"argument of type '{_type_name(container)}' is not iterable")
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
