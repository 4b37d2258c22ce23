"""Mocks: their names, calls, results, assertions, special methods, and those made after a spec."""

import re
from unittest.mock import ANY, DEFAULT, MagicMock, Mock, NonCallableMock, call, create_autospec, seal, sentinel


def shown(value):
    return re.sub(r"id='\d+'", "id=N", repr(value))


def attempt(function, *args, **kwargs):
    try:
        print(shown(function(*args, **kwargs)))
    except BaseException as error:
        print(type(error).__name__, re.sub(r"id='\d+'", "id=N", str(error)))


m = Mock()
for x in (m, m.foo, m.foo.bar(), m(), m()(), m.a().b.c(), Mock(name='n'), Mock(name='n').x, MagicMock(spec=int), Mock(spec_set=[1].__class__), MagicMock().__len__, NonCallableMock()):
    print(shown(x))
m = Mock(return_value=3, side_effect=None)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.mock_calls)
m.method(1).other(2)
m.x.y(3)
print(m.mock_calls, m.method_calls, m.method.call_args.args, m.method.call_args.kwargs)
args, kwargs = m.call_args
print(args, kwargs, m.call_args[0], m.call_args == call(1, a=2), m.call_args == ((1,), {'a': 2}))
attempt(m.assert_called_with, 1, a=3)
attempt(m.assert_called_with, 1, a=2)
attempt(m.assert_called_once_with, 2)
m(5)
attempt(m.assert_called_once)
attempt(m.assert_called_once_with, 5)
attempt(m.assert_not_called)
attempt(m.assert_any_call, 7)
attempt(m.assert_any_call, 1, a=2)
attempt(m.assert_has_calls, [call(5), call(1, a=2)])
attempt(m.assert_has_calls, [call(1, a=2), call(5)])
attempt(m.assert_has_calls, [call(5), call(1, a=2)], any_order=True)
attempt(m.assert_has_calls, [call(9)], any_order=True)
n = Mock(name='nn')
attempt(n.assert_called)
attempt(n.assert_called_with, 3)
attempt(n.assert_called_once)
attempt(n.assert_not_called)
attempt(n.foo.assert_called_once_with, 3)
e = Mock(side_effect=[1, ValueError('v'), DEFAULT, KeyError], return_value='r')
for _ in range(5):
    attempt(e)
e = Mock(side_effect=ValueError('bad'))
attempt(e)
e.side_effect = lambda x: x * 2
attempt(e, 4)
e.side_effect = lambda x: DEFAULT
e.return_value = 9
attempt(e, 1)
e.side_effect = None
attempt(e)


class Foo:
    attr = 1

    def method(self, a, b=2):
        return a

    async def am(self):
        pass

    @staticmethod
    def st(x):
        pass

    @classmethod
    def cl(cls, y):
        pass

    @property
    def prop(self):
        return 5


s = Mock(spec=Foo)
attempt(lambda: s.nothing)
attempt(lambda: s.method)
attempt(lambda: isinstance(s, Foo))
attempt(setattr, s, 'new', 1)
s2 = Mock(spec_set=Foo)
attempt(setattr, s2, 'new', 1)
attempt(lambda: s2.attr)
attempt(lambda: Mock().assrt_called())
attempt(lambda: Mock().assert_foo)
attempt(lambda: Mock(unsafe=True).assert_foo)
attempt(lambda: Mock(spec=['a']).a)
attempt(lambda: Mock(spec=['a']).b)
mm = MagicMock()
print(len(mm), list(mm), int(mm), float(mm), bool(mm), 3 in mm, mm == mm, mm == 3, mm != 3, hash(mm) == hash(mm), complex(mm), shown(mm[3]), shown(mm + 1), shown(-mm))
mm.__len__.return_value = 7
mm.__getitem__.return_value = 'item'
mm.__iter__.return_value = [1, 2]
mm.__contains__.side_effect = lambda x: x > 3
print(len(mm), mm['k'], list(mm), 5 in mm, 1 in mm, shown(mm.mock_calls[-5:]))
mm.__getitem__.assert_called_with('k')
with mm as entered:
    print(shown(entered))
mm.__exit__.assert_called_once_with(None, None, None)
mm.__str__.return_value = 'shown'
print(str(mm), f'{mm}')
attempt(lambda: mm < 3)
attempt(lambda: len(Mock()))
x = Mock()
x.__len__ = lambda self: 4
x.__str__ = Mock(return_value='s')
print(len(x), str(x))
attempt(lambda: Mock() + 1)
attempt(lambda: mm.__foo__)
attempt(lambda: mm.__enter__)
c = Mock(**{'a.b.return_value': 3, 'z': 1})
print(c.a.b(), c.z)
c.configure_mock(q=5)
print(c.q)
del c.a
attempt(lambda: c.a)
c.reset_mock()
print(c.mock_calls, c.called)
p = Mock()
ch = Mock()
p.attach_mock(ch, 'child')
ch(3)
p.other = Mock()
p.other(4)
print(p.mock_calls)
named = Mock(name='named')
p.n = named
named(1)
print(p.mock_calls, shown(named), shown(p.other))
w = Mock(wraps=Foo())
print(w.method(3), w.attr and 1, w.method.call_args)
print(call, call(1), call.a, call.a(1).b(x=2), call(1)(2), call.a.b(3), call.a(1).b(2).call_list(), call(1) == ((1,),), call('a') == ('', ('a',), {}), call(ANY) == call(3), ANY, [1, ANY] == [1, 2])
print(sentinel.one, sentinel.one is sentinel.one, DEFAULT)
a = create_autospec(Foo)
inst = a()
inst.method(1)
attempt(inst.method)
attempt(inst.method, 1, 2, 3)
attempt(lambda: inst.nope)
attempt(inst.method.assert_called_with, a=1)
attempt(inst.method.assert_called_with, 2)
attempt(inst.st, 1)
attempt(inst.cl)
attempt(a.st)
fa = create_autospec(lambda x, y=1: 0, return_value=5)
print(fa(1))
attempt(fa)
attempt(fa, 1, 2, 3)
sp = Mock(spec=lambda x, y: None)
sp(1, y=2)
sp.assert_called_with(x=1, y=2)
attempt(sp.assert_called_with, 1)
sl = Mock()
sl.a.b = 1
seal(sl)
attempt(lambda: sl.a.c)
attempt(lambda: sl.z)
attempt(sl)
print(sl.a.b)
attempt(m.mock_add_spec, ['x'])
attempt(lambda: m.y)
