import weakref


def refused(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


refused(lambda: type('C', (), {'__slots__': ('a',), 'a': 1}))
refused(lambda: type('C', (), {'__slots__': ('a b',)}))
refused(lambda: type('C', (), {'__slots__': (1,)}))
refused(lambda: type('C', (), {'__slots__': 3}))
refused(lambda: type('C', (int,), {'__slots__': ('a',)}))
refused(lambda: type('C', (tuple,), {'__slots__': ()}).__slots__)
refused(lambda: type('C', (), {'__slots__': {'a': 'what a is'}}).__slots__['a'])


class Plain: pass
class Slotted: __slots__ = ('a',)
class Other: __slots__ = ('b',)
class Weak: __slots__ = ('__weakref__',)


refused(lambda: type('C', (Plain,), {'__slots__': ('__dict__',)}))
refused(lambda: type('C', (Plain,), {'__slots__': ('__weakref__',)}))
refused(lambda: type('C', (Slotted, Other), {}))
refused(lambda: type('C', (Slotted, Plain), {'__slots__': ()})().__dict__)
refused(lambda: weakref.ref(Slotted()))
refused(lambda: weakref.ref(Weak())())
kept = Weak()
refused(lambda: weakref.ref(kept)() is kept)
refused(lambda: setattr(object(), 'x', 1))
refused(lambda: setattr(1, 'x', 1))
refused(lambda: setattr('', 'upper', 1))
refused(lambda: setattr(int, 'x', 1))
refused(lambda: weakref.ref(1))
