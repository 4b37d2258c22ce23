# Sets: elements whose hash or equality is the program's.


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
