"""Replaces attributes and entries for a time, and puts back what was there."""

import functools
import inspect
import sys

from _compiled import namespace, run
from unittest._calls import DEFAULT

_active = []


def _find(target):
    """The object that a dotted name stands for; its modules are imported."""
    parts = target.split('.')
    if not all([part.isidentifier() for part in parts]):
        raise ValueError(f'invalid format: {target!r}')
    name = parts.pop(0)
    found = _imported(name)
    while parts:
        name += '.' + parts[0]
        try:
            found = _imported(name)
        except ImportError:
            break
        del parts[0]
    for part in parts:
        found = getattr(found, part)
    return found


def _imported(name):
    if name not in sys.modules:
        run(f'import {name}', '<string>', namespace('patch', {}))
    return sys.modules[name]


class _patch:
    """One attribute, replaced while a block or a function runs, or from start() to stop()."""

    __module__ = 'unittest.mock'

    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.additional_patchers = []

    def copy(self):
        made = _patch(
            self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable, self.kwargs
        )
        made.attribute_name = self.attribute_name
        made.additional_patchers = [other.copy() for other in self.additional_patchers]
        return made

    def __call__(self, func):
        if isinstance(func, type):
            return self._decorate_class(func)
        return _decorated(func, self)

    def _decorate_class(self, cls):
        for name in dir(cls):
            if name.startswith(patch.TEST_PREFIX) and callable(getattr(cls, name)):
                setattr(cls, name, self.copy()(getattr(cls, name)))
        return cls

    def _original(self):
        """What is there now, and whether it is the target's own."""
        target, name = self.target, self.attribute
        local = name in getattr(target, '__dict__', ())
        original = target.__dict__[name] if local else getattr(target, name, DEFAULT)
        if name in _builtin_names() and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def __enter__(self):
        self.target = self.getter()
        original, local = self._original()
        new = self.new
        if new is DEFAULT:
            new = self._made(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.is_local = original, local
        self._entered = []
        setattr(self.target, self.attribute, new)
        if self.attribute_name is None:
            return new
        values = {self.attribute_name: new} if self.new is DEFAULT else {}
        for other in self.additional_patchers:
            value = other.__enter__()
            self._entered.append(other)
            if other.new is DEFAULT:
                values.update(value)
        return values

    def _made(self, original):
        """The mock that replaces it."""
        from unittest import mock

        if self.autospec is not None and self.autospec is not False:
            spec = original if self.autospec is True else self.autospec
            return mock.create_autospec(spec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)
        spec = original if self.spec is True else self.spec
        spec_set = original if self.spec_set is True else self.spec_set
        options = {}
        if spec not in (None, False):
            options['spec'] = spec
        if spec_set not in (None, False):
            options['spec_set'] = spec_set
        kind = self.new_callable
        if kind is None:
            kind = mock.AsyncMock if inspect.iscoroutinefunction(original) else mock.MagicMock
        if isinstance(kind, type) and issubclass(kind, mock.NonCallableMock) and self.attribute:
            options['name'] = self.attribute
        return kind(**options, **self.kwargs)

    def __exit__(self, *exc_info):
        for other in reversed(self._entered):
            other.__exit__(*exc_info)
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.temp_original)
        del self.temp_original, self.is_local, self.target
        return False

    def start(self):
        """Replaces until stop()."""
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


def _builtin_names():
    import builtins

    return builtins.__dict__


def _decorated(func, patcher):
    """A function in which things are replaced; the mocks are its last arguments, unless they are given."""
    if hasattr(func, 'patchings'):
        func.patchings.append(patcher)
        return func
    if inspect.iscoroutinefunction(func):

        @functools.wraps(func)
        async def patched(*args, **keywargs):
            with _All(patched.patchings) as (extra, named):
                return await func(*args, *extra, **{**keywargs, **named})
    else:

        @functools.wraps(func)
        def patched(*args, **keywargs):
            with _All(patched.patchings) as (extra, named):
                return func(*args, *extra, **{**keywargs, **named})

    patched.patchings = [patcher]
    return patched


class _All:
    """Several replacements at once."""

    def __init__(self, patchings):
        self._patchings = patchings

    def __enter__(self):
        extra, named = [], {}
        self._entered = []
        try:
            for patching in self._patchings:
                value = patching.__enter__()
                self._entered.append(patching)
                if patching.attribute_name is not None:
                    named.update(value)
                elif patching.new is DEFAULT:
                    extra.append(value)
        except BaseException:
            self.__exit__(*sys.exc_info())
            raise
        return extra, named

    def __exit__(self, *exc_info):
        for patching in reversed(self._entered):
            patching.__exit__(*exc_info)
        return False


class _patch_dict:
    """Entries of a dict, replaced for a time."""

    __module__ = 'unittest.mock'

    attribute_name = None
    # No mock is handed over.
    new = None

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(f, name)):
                    setattr(f, name, self.copy()(getattr(f, name)))
            return f
        return _decorated(f, self)

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        self._original = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self._original)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replaces what a dotted name stands for."""
    try:
        owner, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return _patch(lambda: _find(owner), attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(
    target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs
):
    """Replaces an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replaces several attributes of an object."""
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    getter = (lambda: _find(target)) if type(target) is str else (lambda: target)
    patchers = []
    for attribute, new in kwargs.items():
        patcher = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        patcher.attribute_name = attribute
        patchers.append(patcher)
    first, *others = patchers
    first.additional_patchers = others
    return first


def _stop_all():
    """Ends what start() began, the last first."""
    for patcher in reversed(list(_active)):
        patcher.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = 'test'
