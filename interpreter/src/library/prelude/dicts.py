# Dicts: keys whose hash or equality is the program's.


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
        raise TypeError(f'{_type_name(mapping)}.keys() returned a non-iterable (type {_type_name(keys)})')
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
        raise TypeError(f"'{_type_name(mapping)}' object is not a mapping")


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
        raise TypeError(f'{name} argument after ** must be a mapping, not {_type_name(mapping)}')
    for key, value in items:
        if not _is_a(key, str):
            raise TypeError('keywords must be strings')
        key = _inner(key)
        if key in table:
            raise TypeError(f"{name} got multiple values for keyword argument '{key}'")
        table[key] = value
