def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


import types, sys
M=types.ModuleType
class A(M):
    def __init__(s, n): super().__init__(n, 'doc'); s.q=1
    @property
    def p(s): return s.__name__+'!'
    def __getattr__(s, n): 
        if n.startswith('_'): raise AttributeError(n)
        return 'ga '+n
    def __call__(s, x): return x*2
    def __len__(s): return 7
    def __getitem__(s,i): return i
    def __add__(s,o): return 'add'
    def __repr__(s): return 'A!'
class B(M): pass
class C(M):
    def __init__(s): pass
show(
    lambda: M(),
    lambda: M(1),
    lambda: M('a','b','c'),
    lambda: M('a',x=1),
    lambda: M(name='a', doc='d').__doc__,
    lambda: C().x,
    lambda: C(),
    lambda: C().__dict__,
    lambda: vars(B('z')),
    lambda: B('b'),
    lambda: B('b').x,
    lambda: A('n').p,
    lambda: A('n').q,
    lambda: A('n').z,
    lambda: A('n')(4),
    lambda: len(A('n')),
    lambda: A('n').__doc__,
    lambda: isinstance(A('n'), M),
    lambda: type(A('n')).__name__,
    lambda: sorted(dir(B('b'))),
    lambda: B.__mro__,
    lambda: B.__base__,
    lambda: bool(A('n')),
    lambda: B.__dict__.keys(),
)
m=M('m'); m.__class__=A
show(lambda: m.zork, lambda: m(3))
m.__class__=M
show(lambda: m.zork, lambda: m)
def sc(c): m.__class__=c
show(
    lambda: sc(int),
    lambda: sc(type('O',(),{})),
    lambda: setattr(m,'__dict__',{}),
    lambda: setattr(m,'__name__',5),
    lambda: m,
    lambda: m.foo,
    lambda: delattr(m,'__name__'),
    lambda: m,
    lambda: m.foo,
)
me=sys.modules['__main__']
me.__class__=B
print(isinstance(me,B), B.__name__, me.B is B, me.me is me)
class P(M):
    @property
    def x(s): return 'prop'
    def __setattr__(s,n,v): print('set',n); super().__setattr__(n,v)
    def __getattribute__(s,n):
        if n=='zz': return 'gattr'
        return super().__getattribute__(n)
p=P('p'); p.k=5
show(
    lambda: p.x,
    lambda: setattr(p,'x',2),
    lambda: p.zz,
    lambda: p.k,
    lambda: p.__dict__['k'],
    lambda: p.nope,
    lambda: delattr(p,'k'),
    lambda: p.k,
)
m2=M('m2'); m2.__getattr__=lambda n: 'mg '+n
show(lambda: m2.foo, lambda: getattr(m2,'bar'), lambda: M('m3').__getattr__)
m2.__file__='f.py'
print(m2)
b=B('b'); b.__getattr__=lambda n:'bg '+n; print(b.foo)
show(lambda: M.__init__(m,'new'), lambda: m.__name__, lambda: m, lambda: m.__init__('n2'), lambda: m)
