# Keys moved to the ends, taken out, and kept in the order of their use.
from collections import OrderedDict, deque

n = 5_000
d = OrderedDict.fromkeys(range(n))
for i in range(n):
    d.move_to_end(i, last=False)
print(next(iter(d)), next(reversed(d)))
while d:
    d.popitem(last=False)
print(d)
d = OrderedDict.fromkeys(range(n))
while d:
    d.popitem()


class LRU:
    def __init__(self, n):
        self.n, self.d = n, OrderedDict()

    def get(self, k):
        if k in self.d:
            self.d.move_to_end(k)
            return self.d[k]
        return -1

    def put(self, k, v):
        self.d[k] = v
        self.d.move_to_end(k)
        if len(self.d) > self.n:
            self.d.popitem(last=False)


c = LRU(100)
for i in range(5000):
    c.put(i * 7 % 331, i)
    c.get(i * 3 % 100)
print(list(c.d.items())[:5], list(c.d.items())[-3:])
d = OrderedDict.fromkeys("abcde")
d.move_to_end("c", last=False)
d.move_to_end("a")
print(d, list(d), list(reversed(d)))
for bad in ("z", [], 5):
    try:
        d.move_to_end(bad)
    except Exception as e:
        print(type(e).__name__, e)
    try:
        d.move_to_end(bad, last=False)
    except Exception as e:
        print(type(e).__name__, e)
for f in (
    lambda: OrderedDict().popitem(),
    lambda: OrderedDict().popitem(last=False),
    lambda: d.popitem(1, 2),
    lambda: d.move_to_end(),
    lambda: d.move_to_end("a", True, 3),
    lambda: d.move_to_end("a", first=1),
    lambda: d.popitem(first=1),
    lambda: d.pop(),
    lambda: d.pop("q"),
    lambda: d.pop("q", 1, 2),
    lambda: d.pop("q", default=7),
    lambda: d.setdefault(),
    lambda: d.pop(key="a", default=3),
    lambda: d.setdefault(key="k", default=2),
    lambda: d.setdefault("z"),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d)
print(d.popitem(last=0), d.popitem(0), d)
it = iter(d)
next(it)
d.move_to_end(next(iter(d)))
try:
    print(list(it))
except Exception as e:
    print(type(e).__name__, e)
it = iter(d)
next(it)
d["new"] = 1
try:
    print(list(it))
except Exception as e:
    print(type(e).__name__, e)
it = iter(d)
next(it)
del d["new"]
try:
    print(list(it))
except Exception as e:
    print(type(e).__name__, e)
