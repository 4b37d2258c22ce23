"""Representations that stay short, and a guard for those that would contain themselves.

https://docs.python.org/3.11/library/reprlib.html
"""

__all__ = ['Repr', 'repr', 'recursive_repr']

_repr = repr


def recursive_repr(fillvalue='...'):
    """Decorates a `__repr__`: where the object comes up inside its own representation, `fillvalue` stands for it."""

    def decorator(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        wrapper.__module__ = user_function.__module__
        wrapper.__name__ = user_function.__name__
        wrapper.__qualname__ = user_function.__qualname__
        wrapper.__doc__ = user_function.__doc__
        return wrapper

    return decorator


class Repr:
    """Makes representations with a limit on depth and on the number of items, by a method a type."""

    def __init__(self):
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray, self.maxdict = 5, 4
        # Characters.
        self.maxstring = self.maxother = 30
        self.maxlong = 40
        self.fillvalue = '...'

    def repr(self, x):
        """The short representation."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The same, so many levels down still to go."""
        method = getattr(self, 'repr_' + type(x).__name__.replace(' ', '_'), None)
        return self.repr_instance(x, level) if method is None else method(x, level)

    def _items(self, x, level, left, right, limit, single=''):
        if level <= 0 and x:
            return left + self.fillvalue + right
        items = list(x)
        pieces = [self.repr1(item, level - 1) for item in items[:limit]]
        if len(items) > limit:
            pieces.append(self.fillvalue)
        if len(items) == 1 and single:
            return left + pieces[0] + single + right
        return left + ', '.join(pieces) + right

    def repr_tuple(self, x, level):
        return self._items(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._items(x, level, '[', ']', self.maxlist)

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, '{', '}', self.maxset) if x else 'set()'

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, 'frozenset({', '})', self.maxfrozenset) if x else 'frozenset()'

    def repr_array(self, x, level):
        head = f"array('{x.typecode}'"
        return self._items(x, level, head + ', [', '])', self.maxarray) if x else head + ')'

    def repr_deque(self, x, level):
        return self._items(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{' + self.fillvalue + '}'
        pieces = []
        for key in _in_order(x)[: self.maxdict]:
            pieces.append(f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}')
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return '{' + ', '.join(pieces) + '}'

    def repr_str(self, x, level):
        text = _repr(x[: self.maxstring])
        if len(text) <= self.maxstring:
            return text
        head, tail = self._ends(self.maxstring)
        text = _repr(x[:head] + x[len(x) - tail :])
        return text[:head] + self.fillvalue + text[len(text) - tail :]

    def repr_int(self, x, level):
        return self._cut(_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _repr(x)
        except Exception:
            return f'<{type(x).__name__} instance at {id(x):#x}>'
        return self._cut(text, self.maxother)

    def _cut(self, text, limit):
        if len(text) <= limit:
            return text
        head, tail = self._ends(limit)
        return text[:head] + self.fillvalue + text[len(text) - tail :]

    def _ends(self, limit):
        head = max(0, (limit - 3) // 2)
        return head, max(0, limit - 3 - head)


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
