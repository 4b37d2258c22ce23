"""Mocks made after a spec: they have its attributes, and are called as its signatures say."""

import inspect

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
    from unittest import mock as mocks

    if inspect.iscoroutinefunction(spec):
        kind = mocks.AsyncMock
    elif not callable(spec) or instance and isinstance(spec, type) and '__call__' not in dir(spec):
        kind = mocks.NonCallableMagicMock
    else:
        kind = mocks.MagicMock
    options = {'spec_set' if spec_set else 'spec': spec, 'name': _name, **kwargs}
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


def _child_spec(parent, name, original, spec_set, skip_first):
    child = create_autospec(original, spec_set)
    own = child.__dict__
    own['_mock_name'] = own['_mock_new_name'] = name
    own['_mock_parent'] = own['_mock_new_parent'] = parent
    signature = own['_mock_checked']
    if skip_first and signature is not None:
        parameters = list(signature.parameters.values())
        own['_mock_checked'] = own['_spec_signature'] = signature.replace(parameters=parameters[1:])
    return child
