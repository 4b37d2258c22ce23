"""Objects that stand for others in tests, and put what is replaced back.

https://docs.python.org/3.11/library/unittest.mock.html, without mock_open(). Calls, their records and `ANY` are in `unittest._calls`,
special methods in `unittest._magic`, mocks made after a spec in `unittest._autospec`, what replaces things in `unittest._patch`.
"""

import asyncio
import inspect

from unittest._calls import ANY, DEFAULT, _Call, _CallList, call, sentinel
from unittest._magic import (
    ASYNC as _ASYNC,
    MAGIC as _MAGIC,
    SETTABLE as _SETTABLE,
    MagicMethod as _MagicMethod,
    signature_of as _signature_of,
)
from unittest.util import safe_repr

# The names and their order are CPython's.
__all__ = [
    'Mock',
    'MagicMock',
    'patch',
    'sentinel',
    'DEFAULT',
    'ANY',
    'call',
    'create_autospec',
    'AsyncMock',
    'FILTER_DIR',
    'NonCallableMock',
    'NonCallableMagicMock',
    'PropertyMock',
    'seal',
]

FILTER_DIR = True

_LOOK_LIKE_ASSERTIONS = ('assert', 'assret', 'asert', 'aseert', 'assrt')


class NonCallableMock:
    """A mock that can't be called: its attributes are mocks, made as they are asked for."""

    def __new__(cls, /, *args, **kw):
        # Each mock has a class of its own, since special methods are looked up there.
        made = type(cls.__name__, (cls,), {'__doc__': cls.__doc__, '__module__': cls.__module__})
        return object.__new__(made)

    def __init__(
        self,
        spec=None,
        wraps=None,
        name=None,
        spec_set=None,
        parent=None,
        _spec_state=None,
        _new_name='',
        _new_parent=None,
        unsafe=False,
        **kwargs,
    ):
        own = self.__dict__
        own['_mock_parent'] = parent
        own['_mock_name'] = name
        own['_mock_new_name'] = _new_name
        own['_mock_new_parent'] = parent if _new_parent is None else _new_parent
        own['_mock_sealed'] = False
        own['_mock_children'] = {}
        own['_mock_wraps'] = wraps
        own['_mock_delegate'] = None
        own['_mock_unsafe'] = unsafe
        own['_mock_return_value'] = DEFAULT
        own['_mock_side_effect'] = None
        own['_mock_deleted'] = set()
        self._mock_add_spec(spec if spec_set is None else spec_set, spec_set is not None)
        self._forget_calls()
        if kwargs:
            self.configure_mock(**kwargs)

    def _mock_add_spec(self, spec, is_set):
        own = self.__dict__
        own['_spec_set'] = is_set
        own['_spec_class'] = own['_spec_signature'] = own['_mock_methods'] = None
        own['_spec_asyncs'] = set()
        if spec is None:
            return
        if isinstance(spec, (list, tuple)):
            own['_mock_methods'] = list(spec)
            return
        own['_spec_class'] = spec if isinstance(spec, type) else type(spec)
        own['_spec_signature'] = _signature_of(spec, self.__dict__.get('_mock_is_instance', False))
        own['_mock_methods'] = dir(spec)
        own['_spec_asyncs'] = {name for name in dir(spec) if inspect.iscoroutinefunction(inspect.getattr_static(spec, name, None))}

    def mock_add_spec(self, spec, spec_set=False):
        """From now on only attributes of the spec can be had."""
        self._mock_add_spec(spec, spec_set)

    def _forget_calls(self):
        own = self.__dict__
        own['called'] = False
        own['call_args'] = None
        own['call_count'] = 0
        own['call_args_list'] = _CallList()
        own['mock_calls'] = _CallList()
        own['method_calls'] = _CallList()

    # Attributes.

    @property
    def __class__(self):
        return self._spec_class if self.__dict__.get('_spec_class') is not None else type(self)

    @property
    def return_value(self):
        """What a call gives: a mock, unless something else was set."""
        own = self.__dict__
        if own['_mock_delegate'] is not None:
            return own['_mock_delegate'].return_value
        if own['_mock_return_value'] is DEFAULT and own['_mock_wraps'] is None:
            own['_mock_return_value'] = self._get_child_mock(_new_parent=self, _new_name='()')
        return own['_mock_return_value']

    @return_value.setter
    def return_value(self, value):
        own = self.__dict__
        if own['_mock_delegate'] is not None:
            own['_mock_delegate'].return_value = value
            return
        own['_mock_return_value'] = value
        _adopt(self, value, None, '()')

    @property
    def side_effect(self):
        """What a call does: raises, gives the next of several values, or calls this function."""
        own = self.__dict__
        if own['_mock_delegate'] is not None:
            own['_mock_side_effect'] = own['_mock_delegate'].side_effect = _effects(own['_mock_delegate'].side_effect)
        return own['_mock_side_effect']

    @side_effect.setter
    def side_effect(self, value):
        own = self.__dict__
        if own['_mock_delegate'] is not None:
            own['_mock_delegate'].side_effect = value
        own['_mock_side_effect'] = _effects(value)

    def __getattr__(self, name):
        own = self.__dict__
        if name in ('_mock_methods', '_mock_unsafe', '_mock_children'):
            raise AttributeError(name)
        methods = own['_mock_methods']
        if methods is not None:
            if name not in methods or name in _SETTABLE:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name in _SETTABLE or name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not own['_mock_unsafe'] and (methods is None or name not in methods) and name.startswith(_LOOK_LIKE_ASSERTIONS):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        if name in own['_mock_deleted']:
            raise AttributeError(name)
        child = own['_mock_children'].get(name)
        if child is None:
            wraps = None if own['_mock_wraps'] is None else getattr(own['_mock_wraps'], name)
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own['_mock_children'][name] = child
        return child

    def __setattr__(self, name, value):
        own = self.__dict__
        if name in ('return_value', 'side_effect'):
            object.__setattr__(self, name, value)
            return
        methods = own.get('_mock_methods')
        if own.get('_spec_set') and methods is not None and name not in methods and name not in own:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _SETTABLE:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if isinstance(value, NonCallableMock):
                _adopt(self, value, None, name)
                setattr(type(self), name, value)
                own['_mock_children'][name] = value
            else:
                setattr(type(self), name, value if not inspect.isfunction(value) else _method(value))
            return
        is_new = name not in own and name not in own['_mock_children']
        is_own_child = isinstance(value, NonCallableMock) and value.__dict__['_mock_new_parent'] is self
        if own.get('_mock_sealed') and is_new and not is_own_child:
            raise AttributeError(f'Cannot set {self._full_name()}.{name}')
        if isinstance(value, PropertyMock):
            setattr(type(self), name, value)
            return
        if _adopt(self, value, name, name):
            own['_mock_children'][name] = value
            own['_mock_deleted'].discard(name)
            return
        own.get('_mock_deleted', set()).discard(name)
        own[name] = value

    def __delattr__(self, name):
        own = self.__dict__
        if name in _SETTABLE and name in type(self).__dict__:
            delattr(type(self), name)
        if name in own['_mock_deleted']:
            raise AttributeError(name)
        own['_mock_children'].pop(name, None)
        own.pop(name, None)
        own['_mock_deleted'].add(name)

    def __dir__(self):
        own = self.__dict__
        children = [name for name in own['_mock_children'] if name not in own['_mock_deleted']]
        if not FILTER_DIR:
            return sorted({*object.__dir__(self), *children})
        of_type = [name for name in dir(type(self)) if not name.startswith('_')]
        of_mock = [name for name in own if not name.startswith('_') or name.startswith('__') and name.endswith('__')]
        return sorted({*(own['_mock_methods'] or ()), *of_type, *of_mock, *children})

    def _get_child_mock(self, /, **kw):
        """A mock for an attribute or a result. Subclasses may make others."""
        own = self.__dict__
        if own['_mock_sealed']:
            name = f".{kw['name']}" if 'name' in kw else '()'
            raise AttributeError(self._full_name() + name)
        cls = type(self).__mro__[1]
        name = kw.get('_new_name')
        if name in own['_spec_asyncs'] or name in _ASYNC:
            return AsyncMock(**kw)
        if issubclass(cls, AsyncMock):
            cls = MagicMock if own['_mock_methods'] is not None or name in _SETTABLE else AsyncMock
        elif not issubclass(cls, CallableMixin):
            cls = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        elif issubclass(cls, PropertyMock):
            cls = MagicMock
        return cls(**kw)

    def configure_mock(self, /, **kwargs):
        """Sets attributes; dots in the names lead to children."""
        for name, value in sorted(kwargs.items(), key=lambda pair: pair[0].count('.')):
            *path, last = name.split('.')
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Makes a mock an attribute of this one: its calls are recorded here, too."""
        own = _behind(mock).__dict__
        own['_mock_parent'] = own['_mock_new_parent'] = None
        own['_mock_name'] = ''
        own['_mock_new_name'] = None
        setattr(self, attribute, mock)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets all calls, here and in the children."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self._forget_calls()
        own = self.__dict__
        if return_value:
            own['_mock_return_value'] = DEFAULT
        if side_effect:
            own['_mock_side_effect'] = None
        for child in list(own['_mock_children'].values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = own['_mock_return_value']
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock(visited)

    # How it looks.

    def _full_name(self):
        """The names on the way to it: `mock.method().attribute`."""
        names = []
        last = mock = self
        while mock is not None:
            last = mock
            names.insert(0, mock.__dict__['_mock_new_name'] or '')
            mock = mock.__dict__['_mock_new_parent']
        text = last.__dict__['_mock_name'] or 'mock'
        for name in names[1:]:
            text += name if name == '()' else '.' + name
        return text

    def __repr__(self):
        own = self.__dict__
        name = self._full_name()
        shown = '' if name == 'mock' else f' name={name!r}'
        spec = ''
        if own['_spec_class'] is not None:
            spec = f" {'spec_set' if own['_spec_set'] else 'spec'}={own['_spec_class'].__name__!r}"
        return f"<{type(self).__name__}{shown}{spec} id='{id(self)}'>"

    # Assertions.

    def _called_as(self, args, kwargs):
        return _Call(('', args, kwargs))._shown_as(self.__dict__['_mock_name'] or 'mock')

    def _calls_repr(self, prefix='Calls'):
        calls = self.__dict__['mock_calls']
        return f'\n{prefix}: {safe_repr(calls)}.' if calls else ''

    def _matched(self, given):
        """A call in a form in which those that mean the same are equal: by the spec's signature, where there is one."""
        if given is None:
            return None
        signature = self.__dict__['_spec_signature']
        if signature is None:
            return given
        name, args, kwargs = given._parts()
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as error:
            return error.with_traceback(None)
        return _Call((name, bound.args, bound.kwargs))

    def assert_not_called(self):
        if self.call_count:
            name = self.__dict__['_mock_name'] or 'mock'
            raise AssertionError(f"Expected '{name}' to not have been called. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self.__dict__['_mock_name'] or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            name = self.__dict__['_mock_name'] or 'mock'
            raise AssertionError(f"Expected '{name}' to have been called once. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        """The last call was this one."""
        expected = self._called_as(args, kwargs)
        if self.call_args is None:
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: not called.')
        wanted = self._matched(_Call(('', args, kwargs), two=True))
        actual = self._matched(self.call_args)
        if actual != wanted:
            cause = wanted if isinstance(wanted, Exception) else None
            shown = self._called_as(*self.call_args)
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: {shown}') from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            name = self.__dict__['_mock_name'] or 'mock'
            raise AssertionError(f"Expected '{name}' to be called once. Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        """Some call was this one."""
        wanted = self._matched(_Call(('', args, kwargs), two=True))
        cause = wanted if isinstance(wanted, Exception) else None
        if cause is not None or wanted not in [self._matched(known) for known in self.call_args_list]:
            raise AssertionError(f'{self._called_as(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        """These calls were made, one right after the other unless any order will do."""
        wanted = [self._matched(one) for one in calls]
        made = _CallList([self._matched(one) for one in self.mock_calls])
        if not any_order:
            if _CallList(wanted) not in made:
                actual = self._calls_repr(prefix='  Actual').rstrip('.')
                raise AssertionError(f'Calls not found.\nExpected: {_CallList(calls)}{actual}') from None
            return
        left = list(made)
        missing = []
        for one in wanted:
            if one in left:
                left.remove(one)
            else:
                missing.append(one)
        if missing:
            name = self.__dict__['_mock_name'] or 'mock'
            raise AssertionError(f'{name!r} does not contain all of {tuple(missing)!r} in its call list, found {made!r} instead') from None


def _effects(value):
    """A side effect, which is an iterator where it stands for the results of several calls."""
    if value is None or callable(value) or isinstance(value, (BaseException, _Effects)):
        return value
    try:
        return _Effects(value)
    except TypeError:
        return value


class _Effects:
    """The results of several calls, one after the other."""

    def __init__(self, values):
        self._values = iter(values)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._values)


def _method(function):
    """A function as a special method: it gets the mock as its first argument."""

    def method(self, /, *args, **kw):
        return function(self, *args, **kw)

    return method


def _behind(value):
    """The mock that a function calls which was made after a spec; any other value is itself."""
    return getattr(value, 'mock', value) if inspect.isfunction(value) else value


def _adopt(parent, value, name, new_name):
    """Makes a mock that belongs to nobody a child of another one; whether it is one now."""
    value = _behind(value)
    if not isinstance(value, NonCallableMock):
        return False
    own = value.__dict__
    if own['_mock_name'] or own['_mock_new_name'] or own['_mock_parent'] is not None or own['_mock_new_parent'] is not None:
        return False
    mock = parent
    while mock is not None:
        if mock is value:
            # It would hang in itself.
            return False
        mock = mock.__dict__['_mock_new_parent']
    if new_name:
        own['_mock_new_parent'] = parent
        own['_mock_new_name'] = new_name
    if name:
        own['_mock_parent'] = parent
        own['_mock_name'] = name
    return True


class CallableMixin(NonCallableMock):
    """What a call of a mock does."""

    def __init__(
        self,
        spec=None,
        side_effect=None,
        return_value=DEFAULT,
        wraps=None,
        name=None,
        spec_set=None,
        parent=None,
        _spec_state=None,
        _new_name='',
        _new_parent=None,
        **kwargs,
    ):
        NonCallableMock.__init__(self, spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent)
        if return_value is not DEFAULT:
            self.return_value = return_value
        self.side_effect = side_effect
        unsafe = kwargs.pop('unsafe', False)
        self.__dict__['_mock_unsafe'] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._record_call(args, kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_check_sig(self, /, *args, **kwargs):
        checked = self.__dict__.get('_mock_checked')
        if checked is not None:
            checked.bind(*args, **kwargs)

    def _record_call(self, args, kwargs):
        own = self.__dict__
        own['called'] = True
        own['call_count'] += 1
        given = _Call((args, kwargs), two=True)
        own['call_args'] = given
        own['call_args_list'].append(given)
        is_method = own['_mock_parent'] is not None
        method_name, name = own['_mock_name'], own['_mock_new_name']
        own['mock_calls'].append(_Call(('', args, kwargs)))
        seen = set()
        parent = own['_mock_new_parent']
        is_call = name == '()'
        while parent is not None:
            outer = parent.__dict__
            if is_method:
                outer['method_calls'].append(_Call((method_name, args, kwargs)))
                is_method = outer['_mock_parent'] is not None
                if is_method:
                    method_name = f"{outer['_mock_name']}.{method_name}"
            outer['mock_calls'].append(_Call((name, args, kwargs)))
            if outer['_mock_new_name']:
                name = outer['_mock_new_name'] + ('' if is_call else '.') + name
            is_call = outer['_mock_new_name'] == '()'
            parent = outer['_mock_new_parent']
            if id(parent) in seen:
                break
            seen.add(id(parent))

    def _mock_call(self, /, *args, **kwargs):
        own = self.__dict__
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
                return self.return_value if result is DEFAULT else result
            result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if own['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if own['_mock_wraps'] is not None:
            return own['_mock_wraps'](*args, **kwargs)
        return self.return_value


def _is_exception(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


class Mock(CallableMixin, NonCallableMock):
    """A mock that can be called: it keeps its calls, and gives what it is told to."""


class MagicMixin(NonCallableMock):
    """A mock that has the special methods, too."""


for _name in _MAGIC:
    setattr(MagicMixin, _name, _MagicMethod(_name))
del _name


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A magic mock that can't be called."""


class MagicMock(MagicMixin, Mock):
    """A mock that has the special methods, too."""


class PropertyMock(Mock):
    """Stands for a property: getting the attribute is a call without arguments, setting it one with the value."""

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


class AsyncMock(MagicMixin, Mock):
    """A mock whose calls give coroutines; it also keeps which of them were awaited."""

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__['_is_coroutine'] = asyncio.coroutines._is_coroutine

    def _forget_calls(self):
        super()._forget_calls()
        own = self.__dict__
        own['await_count'] = 0
        own['await_args'] = None
        own['await_args_list'] = _CallList()

    async def _mock_call(self, /, *args, **kwargs):
        own = self.__dict__
        given = _Call((args, kwargs), two=True)
        own['await_count'] += 1
        own['await_args'] = given
        own['await_args_list'].append(given)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration
                if _is_exception(result):
                    raise result
            elif inspect.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if own['_mock_return_value'] is not DEFAULT:
            return self.return_value
        if own['_mock_wraps'] is not None:
            if inspect.iscoroutinefunction(own['_mock_wraps']):
                return await own['_mock_wraps'](*args, **kwargs)
            return own['_mock_wraps'](*args, **kwargs)
        return self.return_value

    def _awaited_name(self):
        return self.__dict__['_mock_name'] or 'mock'

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f'Expected {self._awaited_name()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._awaited_name()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        expected = self._called_as(args, kwargs)
        if self.await_args is None:
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        if self._matched(self.await_args) != self._matched(_Call((args, kwargs), two=True)):
            shown = self._called_as(*self.await_args)
            raise AssertionError(f'expected await not found.\nExpected: {expected}\n  Actual: {shown}')

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        wanted = self._matched(_Call((args, kwargs), two=True))
        if wanted not in [self._matched(known) for known in self.await_args_list]:
            raise AssertionError(f'{self._called_as(args, kwargs)} await not found')

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._awaited_name()} to not have been awaited. Awaited {self.await_count} times.')


from unittest._autospec import create_autospec, seal  # noqa: E402 (they import this module)
from unittest._patch import patch  # noqa: E402
