def show(*thunks):
    for thunk in thunks:
        try:
            print(repr(thunk()))
        except BaseException as error:
            print(type(error).__name__, error)


import itertools as I, functools, operator, collections
cases = {'enumerate': (enumerate, [([1, 2],), ([1, 2], 5)]), 'zip': (zip, [([1, 2], 'ab'), ()]), 'map': (map, [(str, [1, 2])]), 'filter': (filter, [(None, [0, 1])]), 
 'chain': (I.chain, [([1], [2]), ()]), 'count': (I.count, [(), (1,), (1, 2)]), 'cycle': (I.cycle, [([1, 2],)]), 'repeat': (I.repeat, [(1,), (1, 2)]), 'accumulate': (I.accumulate, [([1, 2],), ([1, 2], operator.mul)]), 'compress': (I.compress, [([1, 2], [1, 0])]), 'dropwhile': (I.dropwhile, [(bool, [1, 0, 2])]), 'takewhile': (I.takewhile, [(bool, [1, 0, 2])]), 'filterfalse': (I.filterfalse, [(bool, [1, 0])]), 'groupby': (I.groupby, [([1, 1, 2],)]), 'islice': (I.islice, [([1, 2, 3], 2)]), 'pairwise': (I.pairwise, [([1, 2, 3],)]), 'starmap': (I.starmap, [(max, [(1, 2)])]), 'product': (I.product, [([1, 2], [3])]), 'permutations': (I.permutations, [([1, 2],)]), 'combinations': (I.combinations, [([1, 2], 1)]), 'combinations_with_replacement': (I.combinations_with_replacement, [([1, 2], 1)]), 'zip_longest': (I.zip_longest, [([1], [2, 3])])}
for name, (cls, argss) in cases.items():
    print('##', name)
    show(
        lambda: cls(),
        lambda: cls(1),
        lambda: cls([1], zork=2),
        lambda: cls(1, 2, 3, 4, 5, 6),
        lambda: cls(None),
        lambda: cls(zork=1),
        lambda: cls.__new__(),
        lambda: cls.__new__(int),
        lambda: cls.__init__ is object.__init__,
        lambda: '__new__' in vars(cls),
        lambda: '__init__' in vars(cls),
    )
    for args in argss:
        class Kw(cls):
            def __init__(self, *a, tag=None, **k): self.tag = tag
        class Pos(cls):
            def __init__(self, tag, *a): self.tag = tag
        class Sup(cls):
            def __init__(self, *a): super().__init__(*a); self.x = 1
        class Sup0(cls):
            def __init__(self, *a): super().__init__(); self.x = 1
        class New(cls):
            def __new__(c, *a, tag=3):
                s = super().__new__(c, *a); s.tag = tag; return s
        class NewInit(cls):
            def __new__(c, *a, tag=3): return super().__new__(c, *a)
            def __init__(s, *a, tag=3): s.tag = tag
        class Bare(cls): pass
        class NoSuper(cls):
            def __init__(s, *a): pass
        def l(x): return list(I.islice(iter(x), 4))
        show(
            lambda: l(Kw(*args)),
            lambda: (lambda k: (k.tag, l(k)))(Kw(*args, tag=5)),
            lambda: l(Sup(*args)),
            lambda: l(Sup0(*args)),
            lambda: (New(*args, tag=7).tag, l(New(*args))),
            lambda: (NewInit(*args, tag=8).tag, l(NewInit(*args))),
            lambda: l(Bare(*args)),
            lambda: Bare(*args, zork=1),
            lambda: l(NoSuper(*args)),
            lambda: Pos(*args).tag,
            lambda: cls.__new__(Bare, *args) is None,
            lambda: cls(*args).__init__(1, 2),
            lambda: cls(*args).__init__(),
            lambda: Bare(*args).__init__(1),
            lambda: l(cls.__new__(cls, *args)),
        )
class P(functools.partial):
    def __init__(self, *a, **k): self.seen = a, k
show(
    lambda: P(print, 1, b=2).seen[0][1:],
    lambda: P(max, 1)(2),
    lambda: functools.partial.__new__(functools.partial, max, 1)(3),
)
