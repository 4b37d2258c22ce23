import functools
from functools import partial, reduce


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, k=2)
print(p(3), p(k=5), p.args, p.keywords, p.func is show)
q = partial(p, 9)
print(q(), q.args)
print(partial(int, base=2)("101"))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [3, 9, 2]), reduce(lambda a, b: a + [b], "ab", []))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
