"""Abstract base classes: classes that say what others must have, and that others can join without inheriting.

https://docs.python.org/3.11/library/abc.html. `object.__new__` refuses classes whose `__abstractmethods__` is not empty.
"""

from _types import builtin_class as _builtin_class, match_as as _match_as

_ref = _builtin_class('ReferenceType')
# References to the classes whose metaclass has told their hash.
_hashed = []


# Counts the classes that were registered: what was found not to be a subclass before may be one now.
_registrations = 0


class _abc_data:
    """What an abstract base class knows of others. It holds on to none: an `id` is never used again."""

    __slots__ = ('registry', 'known', 'strange', 'looked_at')

    def __init__(self, registry):
        self.registry = registry
        self.known = set()
        # Classes that are none of its subclasses, as of so many registrations.
        self.strange = set()
        self.looked_at = 0


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls)
        cls._abc_impl = None
        return cls

    def register(cls, subclass):
        """Makes `subclass` a subclass in the eyes of `issubclass` and `isinstance`; gives it back, to be a decorator."""
        if not issubclass(type(subclass), type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        _data_of(cls).registry.append(subclass)
        global _registrations
        _registrations += 1
        _match_as(subclass, cls)
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        actual = type(instance)
        return actual is not subclass and cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not issubclass(type(subclass), type):
            raise TypeError('issubclass() arg 1 must be a class')
        if type(subclass).__hash__ is not type.__hash__:
            _ask_hash(subclass)
        data, number = _data_of(cls), id(subclass)
        if number in data.known:
            return True
        if data.looked_at < _registrations:
            data.strange.clear()
            data.looked_at = _registrations
        elif number in data.strange:
            return False
        is_known, is_kept = _is_subclass(cls, subclass, data.registry)
        if is_kept:
            (data.known if is_known else data.strange).add(number)
        return is_known


def _data_of(cls):
    """What the class knows of others; the registry alone stands there until more is known."""
    found = cls._abc_impl
    if type(found) is not _abc_data:
        cls._abc_impl = found = _abc_data(found or [])
    return found


def _is_subclass(cls, subclass, registry):
    """Whether it is one, and whether that is kept: it is not of a class that was registered itself."""
    answer = cls.__subclasshook__(subclass)
    if answer is not NotImplemented:
        if answer is not True and answer is not False:
            raise AssertionError('__subclasshook__ must return either False, True, or NotImplemented')
        return answer, True
    if any([cls is base for base in getattr(subclass, '__mro__', ())]):
        return True, True
    if any([subclass is registered for registered in registry]):
        return True, False
    for one in (*registry, *type.__subclasses__(cls)):
        if issubclass(subclass, one):
            return True, True
    return False, True


def _ask_hash(cls):
    """Asks a metaclass's own `__hash__`, once a class: in C there are weak references to the classes that were seen."""
    reference = _ref(cls)
    if not any([reference is known for known in _hashed]):
        hash(reference)
        _hashed.append(reference)


def _abstract_names(cls):
    names = set()
    for name, value in cls.__dict__.items():
        if getattr(value, '__isabstractmethod__', False):
            names.add(name)
    for base in cls.__bases__:
        for name in getattr(base, '__abstractmethods__', ()):
            if getattr(getattr(cls, name, None), '__isabstractmethod__', False):
                names.add(name)
    return frozenset(names)


def update_abstractmethods(cls):
    """Works out again which methods of `cls` are abstract, after it has changed."""
    if hasattr(cls, '__abstractmethods__'):
        cls.__abstractmethods__ = _abstract_names(cls)
    return cls


class ABC(metaclass=ABCMeta):
    """A class to inherit from, instead of naming the metaclass."""

    __slots__ = ()


def abstractmethod(funcobj):
    """Marks a method that a class must override before it can have instances."""
    funcobj.__isabstractmethod__ = True
    return funcobj


def abstractproperty(fget=None, fset=None, fdel=None, doc=None):
    """Deprecated: `property` over `abstractmethod`."""
    return property(abstractmethod(fget), fset, fdel, doc)


def abstractclassmethod(callable):
    """Deprecated: `classmethod` over `abstractmethod`."""
    return classmethod(abstractmethod(callable))


def abstractstaticmethod(callable):
    """Deprecated: `staticmethod` over `abstractmethod`."""
    return staticmethod(abstractmethod(callable))


def get_cache_token():
    """A number that changes when a class is registered."""
    return _registrations
