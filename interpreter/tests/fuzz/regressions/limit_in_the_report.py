import abc
import array
import asyncio.tasks
import collections
import collections.abc
import functools
import inspect
import json
import typing
import unittest.assertions
import unittest.mock
a, b, c, d = [3, 1, 2], {'k': 1, 2: 'v'}, 'text', b'bytes'
class C(Exception):
    x = 1
    def __init__(self, *args, **named): self.args, self.named = args, named
def f(*args, **named): return args[0] if args else named
def g(n=3):
    got = yield n
    yield from a
    return got
async def h(n=1): return n
async def i(n=2):
    yield n
    yield await h()
e, x, y = g(), 5, range(3)
try:
    print(c)
except Exception as error: print(type(error).__name__, error)
try:
    try:
        while C((a).__qualname__(y), n=g):
            print(float('nan'))
            break
    except Exception as z:
        print([*(0.0), *(-1)])
except Exception as error: print(type(error).__name__, error)
try:
    print([*(100), *(1j)])
except Exception as error: print(type(error).__name__, error)
try:
    C.maketrans, *f = d
except Exception as error: print(type(error).__name__, error)
try:
    print(x(b, key='a,b;c\n'))
except Exception as error: print(type(error).__name__, error)
try:
    @{(EncodingWarning(1e308, i, *(b'')), [((1) | (d)), (x)[h], {(c): x, **{}}], True(False, encoding=True),), {}}
    def f(x=1, *y, **z):
        print('é\u20ac\U0001f40d')
        raise (h)
except Exception as error: print(type(error).__name__, error)
try:
    h.hex = (lambda self, *args: b'\xff\0a')
except Exception as error: print(type(error).__name__, error)
try:
    match ((0.0) not in ((1e308).__mro__(2**64))):
        case None if "C(x, args=y)":
            print(classmethod(7))
        case _:
            if (ReferenceError(), [((~(e)), bytearray(7, (), *(1000000)), {f, x},), {x: (('{} {0!r:>5}') == (float('nan'))) for x in (c) if x}, h],):
                match i:
                    case int(x) if "'a'":
                        pass
                    case _:
                        pass
            else:
                e = collections.namedtuple((1 << 1000)[OverflowError(..., 1000000):(((2**64).__getattr__) << ((float('nan'))._COROUTINE)):-1])
except Exception as error: print(type(error).__name__, error)
try:
    def e(x):
        while [{((i).__bool__(..., default=3)).filename(d, float('inf')), {x: (100).WrapperDescriptorType(f) for x in (...) if x}} for x in ((2**63).isalnum())]:
            x = 2
            break
        x = yield ((2**63)[(lambda *x: ((h).__setstate__(True))._read_only(-2**63))])
except Exception as error: print(type(error).__name__, error)
try:
    class h:
        y = 2
        def __prepare__(self, *args, **named): return id()
except Exception as error: print(type(error).__name__, error)
try:
    print(((i) / (3)))
except Exception as error: print(type(error).__name__, error)
try:
    match -1:
        case int(x) if "C(x, args=y)":
            class C:
                y = 2
                def __bool__(self, *args, **named): return ''
        case _:
            if (3).intersection(({((b'\xff\0a') @ (100))})._COROUTINE(g, abc.ABC()), C):
                while d:
                    pass
                    break
            else:
                if g:
                    pass
                else:
                    pass
except Exception as error: print(type(error).__name__, error)
try:
    with (c, x, (1j).__rfloordiv__(d),) as h[False:]:
        for d[[*([]), *(1)]] in FileExistsError(..., False, *(-2**63)):
            for g.NoneType in '%s %d':
                print(((-0.5) / (1j)))
except Exception as error: print(type(error).__name__, error)
try:
    x = f
except Exception as error: print(type(error).__name__, error)
try:
    C.errno = (-1)[x]
except Exception as error: print(type(error).__name__, error)
try:
    class b(y):
        y = 2
        def __next__(self, *args, **named): return b(2)
        def __eq__(self, *args, **named): return (b'').__complex__
except Exception as error: print(type(error).__name__, error)
try:
    while ['{} {0!r:>5}', list('{} {0!r:>5}' for x in (2**64)), ((b'') / (2**64))]:
        if (('') + (({((100) ^ (float('inf'))), functools.wraps()}, -1, {(i).__aiter__(h, 2)},))):
            x.__abstractmethods__ = x
        else:
            if (1j).__reduce__():
                d, *g = unittest.assertions.safe_repr(2)
            else:
                class x(ExceptionGroup):
                    y = 2
                    def __bool__(self, *args, **named): return RecursionError('%s %d', -0.5)
                    def __iter__(self, *args, **named): return {1e308, asyncio.tasks.unfinished(2, 1, *(2))}
                    async def __radd__(self, *args, **named): return (0.0).__subclasses__(0.0, sep=2**63)
        break
except Exception as error: print(type(error).__name__, error)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
print(d)
try:
    @typing.Coroutine(c)
    async def h(self, *args):
        while (-0.5).cr_running('a,b;c\n'):
            a, *b = ('%s %d').union
            break
        yield (b)
except* BaseException as z:
    if x:
        while '%s %d':
            print({{(float('inf')): {i for x in (0.0)}, **b} for x in (3)})
            break
    else:
        async def h(self, *args):
            def i(self, *args):
                print(unittest.mock.FILTER_DIR(3))
                return ((2**64).encoding((json.JSONDecodeError()).imag, True, *(y)))
            raise (g)
try:
    import asyncio.locks as e
except Exception as error: print(type(error).__name__, error)
try:
    for b.__delete__ in collections.abc.KeysView(g, None):
        while a:
            for a.__package__, *c in False:
                print((+('a')))
            break
except Exception as error: print(type(error).__name__, error)
try:
    g = (f'{a!s:d}' async for x in (d))
except Exception as error: print(type(error).__name__, error)
try:
    class x(x):
        y = 2
        def __str__(self, *args, **named): return i
except Exception as error: print(type(error).__name__, error)
try:
    e.__rsub__ = (-2**63).print_file_and_line
except Exception as error: print(type(error).__name__, error)
try:
    print(h(''))
except Exception as error: print(type(error).__name__, error)
try:
    import functools as C
except Exception as error: print(type(error).__name__, error)
try:
    try:
        assert (g)
    except (ValueError, TypeError) as z:
        import unittest._magic as h
except Exception as error: print(type(error).__name__, error)
try:
    print(OSError((3 async for x in (x)), key=False))
except Exception as error: print(type(error).__name__, error)

