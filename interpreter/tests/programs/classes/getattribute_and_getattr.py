class Watched:
    plain = 1

    def __getattribute__(self, name):
        print('getattribute', name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print('getattr', name)
        if name.startswith('no'):
            raise AttributeError(f'really no {name}')
        return name * 2


w = Watched()
w.own = 2
print(w.plain, w.own, w.other)
print(hasattr(w, 'nothing'), getattr(w, 'nothing', 'default'))
try:
    w.nothing
except AttributeError as error:
    print(error)
print(len.__name__, type(w).plain)


class Guarded:
    def __setattr__(self, name, value):
        print('set', name, value)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print('del', name)
        super().__delattr__(name)


g = Guarded()
g.a = 1
g.a += 1
del g.a
try:
    del g.a
except AttributeError as error:
    print(error)


class PropertyFails:
    @property
    def broken(self):
        return self.missing

    def __getattr__(self, name):
        return f'fallback for {name}'


print(PropertyFails().broken)


class Slotted:
    __slots__ = ('value',)

    def __getattr__(self, name):
        return f'unset {name}'


s = Slotted()
print(s.value)
s.value = 3
print(s.value)
