def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


import types
def f(a, b=2, *, c=3): 'doc f'; return a, b, c
def g(): return 'g'
def mk():
    x = 1
    def inner(): return x
    def inner2(): return x + 1
    return inner, inner2
F = types.FunctionType
i, i2 = mk()
def sc(fn, c): fn.__code__ = c
show(
    lambda: F(f.__code__, globals())(1),
    lambda: F(f.__code__, globals(), 'nm').__name__,
    lambda: F(f.__code__, globals(), None, (7, 8))(),
    lambda: F(f.__code__, globals()).__qualname__,
    lambda: F(f.__code__, globals()).__doc__,
    lambda: F(i.__code__, globals(), 'z', None, i.__closure__)(),
    lambda: F(i.__code__, globals()),
    lambda: F(i.__code__, globals(), None, None, ()),
    lambda: F(i.__code__, globals(), None, None, (1,)),
    lambda: F(g.__code__, globals(), None, None, i.__closure__),
    lambda: F(5, {}),
    lambda: F(g.__code__, 5),
    lambda: F(g.__code__, globals(), 5),
    lambda: F(g.__code__, globals(), 'a', 5),
    lambda: F(code=g.__code__, globals=globals(), argdefs=None)(),
    lambda: F(i.__code__, globals(), None, None, (types.CellType(9),))(),
)
show(
    lambda: sc(f, 5),
    lambda: sc(f, i.__code__),
    lambda: sc(i, i2.__code__) or i(),
    lambda: sc(f, g.__code__) or f(),
    lambda: f.__defaults__,
    lambda: f.__name__,
    lambda: f.__code__.co_name,
    lambda: f.__doc__,
    lambda: delattr(f, '__code__'),
    lambda: sc(len, g.__code__),
    lambda: sc(f, (lambda a, b=1: (a, b)).__code__) or f(3),
)
class C:
    def m(s): return 'm'
    def n(s): return 'n'
C.m.__code__ = C.n.__code__
show(lambda: C().m(), lambda: C.m.__name__)
def gen(): yield 1
sc(g, gen.__code__); show(lambda: list(g()))
show(
    lambda: types.MethodType(g, 1).__self__,
    lambda: types.MethodType(5, 1),
    lambda: types.MethodType(g, None),
    lambda: types.GeneratorType(),
    lambda: types.CellType(),
    lambda: types.CellType(3).cell_contents,
    lambda: types.SimpleNamespace(a=1),
    lambda: types.ModuleType('a'),
    lambda: types.FrameType(),
    lambda: types.BuiltinFunctionType(),
    lambda: types.MappingProxyType({}),
    lambda: types.NoneType(),
    lambda: types.EllipsisType(),
)
