# A class's __dict__ is a live, read-only view.
class Config:
    """Its text."""
    size = 1

    def grow(self): pass


view = Config.__dict__
print(type(view), list(view))
Config.colour = 'red'
print(view['colour'], 'colour' in view, len(view), list(view)[-1])
del Config.size
print('size' in view, view.get('size', 'gone'))
try:
    view['size'] = 2
except TypeError as error:
    print(error)
print(vars(Config) == view, view['__doc__'], view['__module__'], view['grow'])
print(view['__dict__'], view['__weakref__'], view['__dict__'].__get__(Config()))


class Quiet:
    def __eq__(self, other): return True


class Child(Quiet): pass


print(list(Quiet.__dict__), Quiet.__hash__, list(Child.__dict__), Child.__hash__)
c = Config()
c.a = 1
mine = c.__dict__
mine['b'] = 2
c.__dict__.update(d=4)
print(c.b, c.d, vars(c) is mine)
c.__dict__ = {'fresh': True}
print(c.fresh, hasattr(c, 'a'), mine)
try:
    c.__dict__ = 5
except TypeError as error:
    print(error)
