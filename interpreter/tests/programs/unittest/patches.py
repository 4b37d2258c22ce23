"""What is replaced for a time: by patch(), patch.object(), patch.dict() and patch.multiple()."""

import re
from unittest.mock import DEFAULT, PropertyMock, patch


def shown(value):
    return re.sub(r"id='\d+'", "id=N", repr(value))


def attempt(function, *args, **kwargs):
    try:
        print(shown(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, re.sub(r"id='\d+'", "id=N", str(error)))


class Target:
    value = 1

    def method(self):
        return 'real'

    @staticmethod
    def st():
        return 'static'


def func():
    return 'real func'


with patch('__main__.func', return_value='patched') as f:
    print(func(), shown(f), f.call_count)
print(func())
with patch.object(Target, 'method') as me:
    me.return_value = 5
    print(Target().method(), shown(me))
    me.assert_called_once_with()
print(Target().method())
with patch.object(Target, 'st', new=lambda: 'x'):
    print(Target.st())
print(Target.st(), Target.__dict__['st'].__class__.__name__)
with patch.object(Target, 'value', 99):
    print(Target.value)
print(Target.value)
attempt(lambda: patch.object(Target, 'none').__enter__())
attempt(lambda: patch('nodots'))
attempt(lambda: patch('nomodule.x').__enter__())
with patch.object(Target, 'made', 3, create=True):
    print(Target.made)
print(hasattr(Target, 'made'))
obj = Target()
with patch.object(obj, 'method', autospec=True) as me:
    obj.method()
    attempt(obj.method, 3)
print(obj.__dict__)


@patch('__main__.func')
@patch.object(Target, 'value', new=4)
@patch.object(Target, 'method')
def test(a, b, x=1):
    print(shown(a), shown(b), Target.value, x)
    return 'ret'


print(test(x=3), test.__name__)


@patch.object(Target, 'value', 50)
class Cls:

    def test_a(self):
        print(Target.value)

    def other(self):
        print(Target.value)


Cls().test_a()
Cls().other()
d = {'a': 1}
with patch.dict(d, {'b': 2}, clear=True) as dd:
    print(d, dd is d)
with patch.dict(d, c=3):
    print(d)
print(d)


@patch.dict(d, {'z': 1})
def g():
    return dict(d)


print(g(), d)
pp = patch.object(Target, 'value', 7)
print(pp.start(), Target.value)
pp.stop()
print(Target.value, pp.stop())
patch.object(Target, 'value', 8).start()
patch.stopall()
print(Target.value)
with patch.multiple(Target, value=DEFAULT, method='m') as vals:
    print(shown(vals), Target.method)
try:
    with patch.object(Target, 'value', 3):
        raise ValueError
except ValueError:
    print(Target.value)
with patch.object(Target, 'value', new_callable=PropertyMock) as pm:
    pm.return_value = 'prop'
    print(Target().value)
    pm.assert_called_once_with()
