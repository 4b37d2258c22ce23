# Operators, where an operand is the program's or holds what is.


_FORWARD = (
    '__add__',
    '__sub__',
    '__mul__',
    '__matmul__',
    '__truediv__',
    '__mod__',
    '__pow__',
    '__lshift__',
    '__rshift__',
    '__or__',
    '__xor__',
    '__and__',
    '__floordiv__',
    '__divmod__',
)
_BACKWARD = (
    '__radd__',
    '__rsub__',
    '__rmul__',
    '__rmatmul__',
    '__rtruediv__',
    '__rmod__',
    '__rpow__',
    '__rlshift__',
    '__rrshift__',
    '__ror__',
    '__rxor__',
    '__rand__',
    '__rfloordiv__',
    '__rdivmod__',
)
_IN_PLACE = (
    '__iadd__',
    '__isub__',
    '__imul__',
    '__imatmul__',
    '__itruediv__',
    '__imod__',
    '__ipow__',
    '__ilshift__',
    '__irshift__',
    '__ior__',
    '__ixor__',
    '__iand__',
    '__ifloordiv__',
    None,
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
    elif _is_a(a, set) or op == 9 and _is_a(a, dict):
        result = _binary_numbers_in_place(op, a, b)
        if result is not NotImplemented:
            return result
    result = _by_methods(op, a, b)
    if result is not NotImplemented:
        return result
    return _sequences_rest(op, a, b, True)


_SEQUENCES = (str, bytes, bytearray, tuple, list)

# What takes any left operand, as far as it is iterable.
_VIEWS = (type({}.keys()), type({}.items()))


def _multiplies(value):
    """Whether it is a sequence whose class has a method of its own for `*`: it is multiplied as a number then, both ways."""
    if not _is_a(value, _SEQUENCES):
        return False
    return _own_on_class(type(value), '__mul__') is not None or _own_on_class(type(value), '__rmul__') is not None


def _repeated(sequence):
    """The method of the built-in type for `*`."""
    return lambda times: repeat_sequence(sequence, times, False)


def _concatenated(sequence):
    """The method of the built-in type for `+`."""
    return lambda other: _binary_rest(0, sequence, other, False)


def _sequences_rest(op, a, b, in_place):
    """What remains of an operator when no method has answered: what has a method of its own is no sequence for that operator."""
    sign = '*=' if in_place else '*'
    asks_right = not in_place
    if (op == 0 or op == 2) and _is_a(a, _SEQUENCES):
        if op == 0 and _own_on_class(type(a), '__add__') is not None:
            sign = '+=' if in_place else '+'
            raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")
        in_place = in_place and _own(a, _IN_PLACE[op]) is None
    if op != 2 or not (_multiplies(a) or _multiplies(b)) or in_place and _is_a(a, (list, bytearray)):
        return _binary_rest(op, a, b, in_place)
    if _is_a(a, _SEQUENCES) and not _multiplies(a):
        return _binary_rest(2, a, b, in_place)
    if asks_right and _is_a(b, _SEQUENCES) and not _multiplies(b):
        return _binary_rest(2, b, a, False)
    raise TypeError(f"unsupported operand type(s) for {sign}: '{_type_name(a)}' and '{_type_name(b)}'")


def _by_methods(op, a, b):
    """The left operand's method, then the right one's; the other way round where the right one's class is a subclass that has its own."""
    forward = _own(a, _FORWARD[op])
    backward = None
    if op == 2 and forward is None and _multiplies(a):
        forward = _repeated(a)
    elif op == 0 and forward is None and _is_a(a, _SEQUENCES) and _own_on_class(type(a), '__radd__') is not None:
        # A sequence with a method for one way of adding is no sequence for the other.
        forward = _concatenated(a)
    if type(a) is not type(b):
        backward = _own(b, _BACKWARD[op])
        if op == 2 and backward is None and _multiplies(b):
            backward = _repeated(b)
        if (
            backward is not None
            and _is_real_subclass(type(b), type(a))
            and _own_on_class(type(b), _BACKWARD[op]) is not _own_on_class(type(a), _BACKWARD[op])
        ):
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
    if type(b) in _VIEWS:
        return True
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
    raise TypeError(f"unsupported operand type(s) for ** or pow(): '{_type_name(a)}', '{_type_name(b)}', '{_type_name(modulus)}'")


def repeat_sequence(sequence, times, in_place):
    count = index(times)
    if not -_MOST <= count <= _MOST:
        raise OverflowError(f"cannot fit '{_type_name(times)}' into an index-sized integer")
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
