"""What several parts of unittest share: values shown short, counts compared."""

_LONGEST = 80
_CUT = '[%d chars]'
_CUT_LENGTH = 12
_SHORTEST_PART = 5
_SHORTEST_DIFFERENCE = _LONGEST - (3 * _SHORTEST_PART + 2 * _CUT_LENGTH)


def safe_repr(obj, short=False):
    """The repr of a value, or that of `object` where it has none."""
    try:
        shown = repr(obj)
    except Exception:
        shown = object.__repr__(obj)
    if short and len(shown) >= _LONGEST:
        return shown[:_LONGEST] + ' [truncated]...'
    return shown


def shortened_reprs(*values):
    """The reprs of several values, cut where they are alike, so that their difference can be seen."""
    shown = [safe_repr(value) for value in values]
    longest = max([len(text) for text in shown])
    if longest <= _LONGEST:
        return tuple(shown)
    shared = _shared_beginning(shown)
    room = _LONGEST - (longest - len(shared) + _SHORTEST_PART + _CUT_LENGTH)
    if room > _SHORTEST_PART:
        beginning = _cut(shared, _SHORTEST_PART, room)
        return tuple([beginning + text[len(shared) :] for text in shown])
    beginning = _cut(shared, _SHORTEST_PART, _SHORTEST_PART)
    return tuple([beginning + _cut(text[len(shared) :], _SHORTEST_DIFFERENCE, _SHORTEST_PART) for text in shown])


def _shared_beginning(texts):
    first, last = min(texts), max(texts)
    for place, char in enumerate(first):
        if char != last[place]:
            return first[:place]
    return first


def _cut(text, before, after):
    """A text without its middle, where that saves room."""
    left_out = len(text) - before - after
    if left_out > _CUT_LENGTH:
        return text[:before] + _CUT % left_out + text[len(text) - after :]
    return text


def strclass(cls):
    return f'{cls.__module__}.{cls.__qualname__}'


def differing_counts(first, second):
    """Each item that two lists have unequally often: how often the first has it, how often the second, the item."""
    try:
        return _differing_counts_hashed(first, second)
    except TypeError:
        return _differing_counts_compared(first, second)


def _differing_counts_hashed(first, second):
    in_first, in_second = _counts(first), _counts(second)
    found = [(count, in_second.get(item, 0), item) for item, count in in_first.items() if in_second.get(item, 0) != count]
    found += [(0, count, item) for item, count in in_second.items() if item not in in_first]
    return found


def _counts(items):
    counts = {}
    for item in items:
        counts[item] = counts.get(item, 0) + 1
    return counts


def _differing_counts_compared(first, second):
    """The same for items that have no hash: each is compared with all others."""
    first, second = list(first), list(second)
    found = []
    while first:
        item = first[0]
        in_first, first = _take(first, item)
        in_second, second = _take(second, item)
        if in_first != in_second:
            found.append((in_first, in_second, item))
    while second:
        item = second[0]
        in_second, second = _take(second, item)
        found.append((0, in_second, item))
    return found


def _take(items, item):
    """How many of the items are equal to one, and the others."""
    others = [other for other in items if not (other is item or other == item)]
    return len(items) - len(others), others
