# Context variables, contexts and tokens are written in C: their names, what can't be set, wrong arguments.
import collections.abc
import copy
import re
import weakref
from contextvars import ContextVar, Context, Token, copy_context


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, str(e).split(' at 0x')[0])


v = ContextVar('v', default=5)
w = ContextVar('w')
c = copy_context()
for o in (v, c, w.set(3)):
    print(re.findall(r"'([a-zA-Z]\w*)'", str(dir(o))))
t(lambda: repr(Context()).split(' at ')[0])
t(lambda: type(Token.MISSING))
t(lambda: Token.MISSING)
t(lambda: setattr(v, 'name', 'x'))
t(lambda: delattr(v, 'name'))
t(lambda: setattr(v, 'nope', 'x'))
tok = w.set(4)
t(lambda: setattr(tok, 'var', 'x'))
t(lambda: setattr(tok, 'old_value', 'x'))
t(lambda: tok.old_value)
t(lambda: tok.var is w)
t(lambda: setattr(tok, 'zzz', 'x'))
t(lambda: setattr(c, 'zzz', 'x'))
t(lambda: weakref.ref(v))
t(lambda: weakref.ref(c)() is c)
t(lambda: weakref.ref(tok))
t(lambda: hash(c))
t(lambda: hash(tok))
t(lambda: hash(v) == hash(v))
t(lambda: c == 3)
t(lambda: c == copy_context())
t(lambda: c < c)
t(lambda: Context() == Context())
t(lambda: c.get(3))
t(lambda: c.get())
t(lambda: c.get(w, 1, 2))
t(lambda: c.get(w, 1))
t(lambda: c.get(w))
t(lambda: c[w])
t(lambda: c['w'])
t(lambda: 3 in c)
t(lambda: w in c)
t(lambda: len(c))
t(lambda: list(c))
t(lambda: c.copy() == c)
t(lambda: c.run())
t(lambda: c.run(3))
t(lambda: c.run(lambda: c.run(print)))
t(lambda: c.run(print, 1, sep=''))
t(lambda: c.run(callable=print))
t(lambda: c.copy(1))
t(lambda: c.keys(1))
t(lambda: ContextVar(name='x'))
t(lambda: ContextVar('x', dflt=3))
t(lambda: ContextVar('x', 'y', default=3))
t(lambda: ContextVar(b'x'))
t(lambda: ContextVar['x'])
t(lambda: Token[int])
t(lambda: Context[int])
t(lambda: v.get(default=3))
t(lambda: v.set())
t(lambda: v.set(1, 2))
t(lambda: v.set(value=1))
t(lambda: v.reset())
t(lambda: v.reset(None))
t(lambda: v.reset(tok))
t(lambda: w.reset(tok))
t(lambda: w.reset(tok))
t(lambda: copy_context(1))
t(lambda: copy.copy(v))
t(lambda: copy.copy(c) == c)
t(lambda: copy.deepcopy(v))
t(lambda: Context(1))
t(lambda: Context(x=1))
t(lambda: Token(1))
t(lambda: Token(x=1))
t(lambda: isinstance(c, collections.abc.Mapping))
for k in (ContextVar, Context, Token):
    t(lambda: type('S', (k,), {}))
    print(k.__module__, k.__qualname__, k.__name__)
    t(lambda: setattr(k, 'q', 1))
t(lambda: w.get())
t(lambda: ContextVar('zz').get())
t(lambda: ContextVar('zz').get(8))
t(lambda: v.get(8))
d = copy_context()


def other():
    return w.set(9)


tk = d.run(other)
t(lambda: w.reset(tk))
