import copy, collections, itertools
d = {1: 2, 3: 4}
for x in (reversed(d), reversed(d.keys()), reversed(d.values()), reversed(d.items()), reversed(collections.OrderedDict(d).items()), iter(d.items())):
    print(type(x), hasattr(x, '__length_hint__'), hasattr(x, '__setstate__'), x.__reduce__(), list(copy.copy(x)))
it = iter(d); next(it); d[5] = 6; print(it.__length_hint__())
try: next(it)
except RuntimeError as e: print(e, it.__length_hint__())
s = {1,2,3}; it = iter(s); next(it); print(it.__length_hint__()); s.add(9); print(it.__length_hint__())
for r in (range(0,10,3), range(10), range(5,-5,-2)):
    it = iter(r)
    for _ in range(2): next(it, None)
    print(it.__reduce__(), it.__length_hint__(), list(copy.copy(it)), copy.copy(it).__reduce__())
    it.__setstate__(1); print(list(it)); 
it = iter(range(10)); it.__setstate__(100); print(list(it)); it = iter(range(10)); next(it); it.__setstate__(-5); print(list(it))
it = reversed(range(0,10,3)); next(it); print(it.__reduce__(), list(copy.copy(it)))
for i in (iter([1]), iter('a'), iter((1,)), reversed([1]), iter(range(3)), iter(b'a')):
    for bad in ('x', 1.5, None):
        try: i.__setstate__(bad)
        except TypeError as e: print(type(i).__name__, e)
class I:
    def __index__(self): return 1
it = iter(range(5)); it.__setstate__(I()); print(list(it))
try: iter([1]).__setstate__(I())
except TypeError as e: print(e)
