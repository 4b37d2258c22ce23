# What partial calls hold can't be set; keys that compare by a function; what helpers are called.
import functools


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


call = functools.partial(int, '11', base=2)
for name in ('func', 'args', 'keywords'):
    t(lambda: setattr(call, name, 5))
    t(lambda: delattr(call, name))
call.note = 'free'
print(call(), call.note, call.func, call.args, call.keywords)
state = call.__reduce__()[2]
call.__setstate__((max, (1,), {}, None))
print(call(3), state)

Key = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
Reverse = functools.cmp_to_key(lambda a, b: (b > a) - (b < a))
key = Key(5)
print(type(Key), type(key) is type(Key), key.obj, key == Key(5), key != Key(5), key < Key(6), key < Reverse(4), Reverse(4) < key, key.__hash__)
print(sorted([3, 1, 2], key=Reverse), Key(obj=3) >= Key(3))
key.obj = 8
print(key > Key(7))
t(lambda: key < 5)
t(lambda: Key())
t(lambda: Key(1, 2))
t(lambda: hash(key))
t(lambda: functools.cmp_to_key())
t(lambda: functools.cmp_to_key(5)(1) < functools.cmp_to_key(5)(2))
t(lambda: functools.cmp_to_key(lambda a, b: 'x')(1) < Key(2))


class Cached:
    @functools.lru_cache
    def method(self):
        return 1

    @functools.cache
    def other(self): ...

    bound = functools.partialmethod(print, 1)


print(repr(Cached().method).split(' of ')[0], repr(Cached().other).split(' of ')[0], sorted(vars(Cached.method)))
partialmethods = [functools.partialmethod(print), functools.partialmethod(print, 1, 2), functools.partialmethod(print, a=1, b=2)]
print(*partialmethods, functools.partialmethod(print, 1, a=1))


@functools.total_ordering
class Ordered:
    def __eq__(self, other):
        return True

    def __gt__(self, other):
        return False


for name in ('__lt__', '__le__', '__gt__', '__ge__'):
    method = getattr(Ordered, name)
    print(method.__name__, method.__qualname__)


@functools.singledispatch
def shown(value):
    return 'object'


@shown.register
def number(value: int | float):
    return 'number'


def of_lists(value: int | list[int]): ...
def of_list(value: list[int]): ...


print(shown(1), shown(1.5), shown('x'))
t(lambda: shown.register(of_lists))
t(lambda: shown.register(of_list))
