# Items of sequences and ranges, lists, tuples.


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
        raise IndexError(f"cannot fit '{_type_name(at)}' into an index-sized integer")
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
    if _is_a(container, list):
        # The places are those that there are before the iterable is asked for its items.
        start, stop, step = slice_indices(at, list.__len__(container))
        at = slice(start, stop if stop >= 0 else None, step)
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
