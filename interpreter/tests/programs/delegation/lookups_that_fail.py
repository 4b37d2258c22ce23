def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


def mk(**ns):
    ns.setdefault('__iter__', lambda s: s); ns.setdefault('__next__', lambda s: 1)
    return type('D', (), ns)
def prop(e):
    @property
    def p(s): raise e
    return p
def g(D):
    try: r = yield from D()
    except BaseException as e: print('in g', type(e).__name__, e); raise
    return r
def run(D, what):
    x = g(D); next(x)
    return what(x)
import sys
def hook(u): print('unraisable', type(u.exc_value).__name__, u.exc_value, u.err_msg, type(u.object).__name__)
sys.unraisablehook = hook
for e, names in ((AttributeError('a'), ('close', 'send')), (ValueError('v'), ('close', 'send'))):
    for n in names:
        D = mk(**{n: prop(e)})
        print(n, type(e).__name__)
        show(
            lambda: run(D, lambda x: x.close()),
            lambda: run(D, lambda x: x.throw(KeyError('k'))),
            lambda: run(D, lambda x: x.throw(GeneratorExit)),
            lambda: run(D, lambda x: x.send(5)),
            lambda: run(D, next),
        )
for n in ('close', 'throw', 'send'):
    for v in (None, 5, lambda *a: 1/0, lambda *a: 'val'):
        D = mk(**{n: v}); print(n, type(v).__name__)
        show(
            lambda: run(D, lambda x: x.close()),
            lambda: run(D, lambda x: x.throw(KeyError('k'))),
            lambda: run(D, lambda x: x.throw(GeneratorExit)),
            lambda: run(D, lambda x: x.send(5)),
        )
class GA:
    def __iter__(s): return s
    def __next__(s): return 1
    def __getattr__(s, n): print('ga', n); raise AttributeError(n)
class GG(GA):
    def __getattribute__(s, n):
        print('gg', n)
        return object.__getattribute__(s, n)
for D in GA, GG:
    show(
        lambda: run(D, lambda x: x.close()),
        lambda: run(D, lambda x: x.throw(KeyError('k'))),
        lambda: run(D, lambda x: x.throw(GeneratorExit)),
        lambda: run(D, lambda x: x.send(5)),
    )
