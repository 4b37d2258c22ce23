# Entries of tracebacks that a program makes; bound methods of built-in functions; attributes of built-in classes.
import abc
import asyncio
import dataclasses
import functools
import sys
import traceback
import types
import weakref


def told(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def frame():
    return sys._getframe()


there = frame()
inner = types.TracebackType(None, there, there.f_lasti, there.f_lineno)
print(inner.tb_lineno, inner.tb_next, inner.tb_frame is there, type(inner))
here = sys._getframe()
outer = types.TracebackType(inner, here, here.f_lasti, here.f_lineno)
print([(entry.name, entry.lineno) for entry in traceback.extract_tb(outer)])
try:
    raise ValueError('made').with_traceback(outer)
except ValueError as error:
    print([(entry.name, entry.lineno) for entry in traceback.extract_tb(error.__traceback__)])
for args in ((5, there, 0, 1), (None, 5, 0, 1), (None, there, 0, 'x')):
    told(lambda: types.TracebackType(*args))
print(types.TracebackType(tb_next=None, tb_frame=there, tb_lasti=5, tb_lineno=7).tb_lineno)

told(lambda: hash(types.CellType(1)))
print(types.CellType.__hash__, types.MappingProxyType[int, str])
for cls, name in ((int, '__base__'), (int, '__mro__'), (int, '__name__'), (int, 'real'), (str, 'x'), (int, '__dict__'), (type, '__mro__')):
    told(lambda: setattr(cls, name, 5))
    told(lambda: delattr(cls, name))
print(repr(str.maketrans).split(' at ')[0], repr(object.__new__).split(' at ')[0])

size = types.MethodType(len, [1, 2])
print(size, size(), size.__func__, size.__self__, size.__name__, type(size), size == types.MethodType(len, [1, 2]))
print(types.MethodType(max, 3)(5), types.MethodType(print, 'a')('b'))
told(lambda: types.SimpleNamespace(1))


class Called:
    def __call__(self):
        return 'called'


for proxy in weakref.ProxyTypes:
    told(lambda: proxy(5))
called = Called()
proxy = weakref.proxy(called, lambda dead: print('dead', type(dead).__name__))
print(type(proxy), proxy())
del called
told(lambda: proxy())

key = functools.cmp_to_key(lambda a, b: a - b)
print(sorted([3, 1, 2], key=key), key(1) < key(2))
told(lambda: type(key)())

loop = asyncio.new_event_loop()
for call in (loop.call_soon, loop.run_until_complete, loop.create_task, loop.call_later):
    told(lambda: call())
print(type(loop).__name__, isinstance(loop, asyncio.BaseEventLoop), loop.call_soon.__qualname__)
loop.close()


@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0


class Abstract(abc.ABC):
    @abc.abstractmethod
    def act(self): ...


print(list(vars(Point)))
print(list(vars(Abstract)), [name for name in dir(Abstract) if not name.startswith('__')])
