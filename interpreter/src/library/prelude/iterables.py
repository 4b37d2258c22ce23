# Functions that walk through an iterable: sums, extremes, sorting.


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
    if not -(2**31) <= reverse < 2**31:
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
    runs = [_sorted_run(keys, order[at : at + size]) for at in range(0, len(order), size or 1)]
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
        run[low + 1 : done + 1] = run[low:done]
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
