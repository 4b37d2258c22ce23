"""Mocks made after a spec: they have its attributes, and are called as its signatures say."""

import inspect
from types import FunctionType, MethodType

from unittest._magic import signature_of


def seal(mock):
    """No further attributes of the mock are made."""
    from unittest import mock as mocks

    mock.__dict__['_mock_sealed'] = True
    for child in list(mock.__dict__['_mock_children'].values()):
        if isinstance(child, mocks.NonCallableMock) and child.__dict__['_mock_new_parent'] is mock:
            seal(child)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of a spec, which are such mocks themselves; calls have to fit the signatures."""
    mock = _mock_after(spec, spec_set, instance, _name, kwargs)
    return _as_function(mock, spec) if isinstance(spec, (FunctionType, MethodType)) else mock


def _mock_after(spec, spec_set, instance, name, kwargs):
    from unittest import mock as mocks

    if inspect.iscoroutinefunction(spec):
        kind = mocks.AsyncMock
    elif not callable(spec) or instance and isinstance(spec, type) and '__call__' not in dir(spec):
        kind = mocks.NonCallableMagicMock
    else:
        kind = mocks.MagicMock
    options = {'spec_set' if spec_set else 'spec': spec, 'name': name, **kwargs}
    mock = kind(**options)
    own = mock.__dict__
    signature = signature_of(spec, instance and isinstance(spec, type))
    own['_mock_checked'] = own['_spec_signature'] = signature
    if isinstance(spec, type) and not instance and 'return_value' not in kwargs:
        result = create_autospec(spec, spec_set, instance=True)
        mocks._adopt(mock, result, '()', '()')
        own['_mock_return_value'] = result
    if inspect.isroutine(spec):
        return mock
    for name in dir(spec):
        if name.startswith('__') and name.endswith('__'):
            continue
        original = inspect.getattr_static(spec, name)
        if isinstance(original, staticmethod):
            original = original.__func__
            own['_mock_children'][name] = _child_spec(mock, name, original, spec_set, False)
        elif inspect.isfunction(original):
            own['_mock_children'][name] = _child_spec(mock, name, original, spec_set, instance or not isinstance(spec, type))
        elif isinstance(original, classmethod):
            own['_mock_children'][name] = _child_spec(mock, name, original.__func__, spec_set, True)
    return mock


def _as_function(mock, spec):
    """A function that calls the mock and has its records: it becomes a method of the instances of a class that it is put into."""

    def function(*args, **kwargs):
        return mock(*args, **kwargs)

    own = mock.__dict__
    own['mock'] = mock
    own['__signature__'] = own['_mock_checked']
    own.update({name: getattr(mock, name) for name in ('return_value', 'side_effect')})
    own.update({name: getattr(mock, name) for name in _METHODS if hasattr(type(mock), name)})
    function.__dict__ = own
    for name in ('__name__', '__qualname__', '__module__'):
        setattr(function, name, getattr(spec, name))
    own['_mock_delegate'] = function
    return function


_METHODS = (
    'assert_any_await',
    'assert_any_call',
    'assert_awaited',
    'assert_awaited_once',
    'assert_awaited_once_with',
    'assert_awaited_with',
    'assert_called',
    'assert_called_once',
    'assert_called_once_with',
    'assert_called_with',
    'assert_has_calls',
    'assert_not_awaited',
    'assert_not_called',
    'reset_mock',
)


def _child_spec(parent, name, original, spec_set, skip_first):
    child = _mock_after(original, spec_set, False, None, {})
    own = child.__dict__
    own['_mock_name'] = own['_mock_new_name'] = name
    own['_mock_parent'] = own['_mock_new_parent'] = parent
    signature = own['_mock_checked']
    if skip_first and signature is not None:
        parameters = list(signature.parameters.values())
        own['_mock_checked'] = own['_spec_signature'] = signature.replace(parameters=parameters[1:])
    return child
