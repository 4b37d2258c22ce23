"""What `keys`, `values` and `items` of a context give: it goes through them once, and knows how many there are in all."""

from _types import final as _final, static_type as _static_type


class _View:
    __module__ = 'builtins'
    __slots__ = ('_iterator', '_size')

    def __init__(self, entries):
        self._iterator = iter(entries)
        self._size = len(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._iterator)

    def __len__(self):
        return self._size


keys, values, items = [
    _final(_static_type(type(name, (_View,), {'__module__': 'builtins', '__slots__': ()}))) for name in ('keys', 'values', 'items')
]
