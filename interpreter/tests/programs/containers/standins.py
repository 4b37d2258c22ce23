# Sizes and places given as other things than int; subclasses whose methods C asks or passes by.
from collections import deque
import copy
d = deque([1,2,3,2])
print(d.index(2, 2), d.index(2, -1))
try: d.index(3, -1)
except ValueError as e: print(e)
try: d.index(3, 0, 10**40)
except ValueError as e: print(e)
try: d.index(3, 'a')
except TypeError as e: print(e)
class Dq(deque): pass
x = Dq([1, [2]], 5); x.a = 5
y = copy.deepcopy(x); print(y, y.a, y.maxlen, y[1] is x[1]); z = copy.copy(x); print(z, hasattr(z, 'a'), z.maxlen)
print(d.__reduce__()[:3], list(d.__reduce__()[3])); print(x.__reduce__()[:3])
l = deque(); l.append(l); m = copy.deepcopy(l); print(m[0] is m, m)
for f in (lambda: deque([1], 10**30), lambda: deque([1], -1), lambda: deque([1], 'a'), lambda: d[10**30], lambda: d['a']):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(deque([1,2], True))
import itertools as it
for f in (lambda: it.combinations('abc', -1), lambda: it.combinations('abc', 'x'), lambda: it.permutations('abc', 2**70), lambda: it.combinations('abc', True)):
    try: print(list(f()))
    except Exception as e: print(type(e).__name__, e)
import json
class L(list):
    def __len__(self): return 0
    def __iter__(self): return iter([9])
class T(tuple):
    def __iter__(self): return iter([9])
class D(dict):
    def __bool__(self): return False
    def items(self): return [('x', 1)]
for i in None, 1: print(json.dumps([L([7]), T((1, 2)), D(a=1), D(), L(), ()], indent=i))
print(json.dumps(D(b=1), sort_keys=True))
