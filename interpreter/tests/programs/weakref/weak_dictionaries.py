# Weak dictionaries are mutable mappings: they are copied, merged and emptied like others.
import collections.abc
import copy
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def method(self):
        return self.name

    def __repr__(self):
        return f'Thing({self.name!r})'


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


PUBLIC = set('clear copy get items itervaluerefs keyrefs keys pop popitem setdefault update valuerefs values'.split())
a, b, c = map(Thing, 'abc')
values = weakref.WeakValueDictionary(a=a, b=b)
keys = weakref.WeakKeyDictionary({a: 1, b: [2]})
for weak in (values, keys):
    cls = type(weak)
    print(isinstance(weak, collections.abc.MutableMapping), cls.__mro__[1], sorted(set(dir(cls)) & PUBLIC))
    for copied in (weak.copy(), copy.copy(weak), copy.deepcopy(weak)):
        print(type(copied).__name__, copied == weak, dict(copied.items()))
print(dict((values | {'z': c}).items()), dict(({'z': c} | values).items()), type(values | {}).__name__)
print(dict((keys | {c: 9}).items()), dict(({c: 9} | keys).items()))
values |= {'c': c}
keys |= {c: 3}
t(lambda: values | 5)
t(lambda: 5 | keys)
print(len(values), len(keys), [known() for known in values.itervaluerefs()], len(values.valuerefs()), len(keys.keyrefs()))
print(values.popitem(), keys.popitem())
del a
print(dict(values.items()), dict(keys.items()))
while keys:
    print(keys.popitem())
t(lambda: keys.popitem())
t(lambda: weakref.WeakValueDictionary().popitem())
t(lambda: values.pop('nope'))
t(lambda: values.pop('nope', 7))
t(lambda: hash(values))
print(values == {'b': b}, values == 5, values != {'b': b}, weakref.WeakSet[int])
method = weakref.WeakMethod(b.method)
print(repr(method).split(' at ')[0], repr(method).count('Thing'), method()())
