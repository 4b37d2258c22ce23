import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name


a, b = Thing('a'), Thing('b')
by_name = weakref.WeakValueDictionary({'a': a, 'b': b})
colours = weakref.WeakKeyDictionary({a: 'red', b: 'blue'})
group = weakref.WeakSet([a, b])
method = weakref.WeakMethod(a.method)
print(sorted(by_name), len(colours), len(group), method()())
del a
print(sorted(by_name), list(colours.values()), len(group), method(), 'a' in by_name, by_name.get('a'))
by_name['c'] = b
print(sorted(by_name.items(), key=lambda pair: pair[0])[0][0], b in group, len(group | weakref.WeakSet([b])))
