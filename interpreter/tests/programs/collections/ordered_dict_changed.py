# An OrderedDict that changes while it is iterated, or whose keys compare badly.
from collections import OrderedDict
import copy

d = OrderedDict.fromkeys("abcd")
for name, f in dict(
    add=lambda: d.update(z=1),
    change=lambda: d.update(a=5),
    move=lambda: d.move_to_end("a"),
    movesame=lambda: d.move_to_end("d"),
    pop=lambda: d.pop("c"),
    popitem=lambda: d.popitem(),
    replace=lambda: (d.pop("c"), d.update(c=1)),
    swap=lambda: (d.pop("c"), d.update(q=1)),
    init=lambda: d.__init__(),
).items():
    for view in ("__iter__", "keys", "values", "items", "__reversed__"):
        d = OrderedDict.fromkeys("abcd")
        it = iter(getattr(d, view)())
        first = next(it)
        f()
        try:
            print(name, view, first, list(it))
        except Exception as e:
            print(name, view, type(e).__name__, e)
it = iter(OrderedDict.fromkeys("abc"))
next(it)
print(it.__reduce__(), copy.copy(it).__class__, list(it), it.__reduce__())


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, o):
        if o.n == "bad" or self.n == "bad":
            raise ValueError("eq")
        return self.n == o.n

    def __repr__(self):
        return "K(%r)" % self.n


d = OrderedDict([(K(1), 1), (K(2), 2)])
for f in (
    lambda: d[K("bad")],
    lambda: d.move_to_end(K("bad")),
    lambda: d.pop(K("bad")),
    lambda: d.setdefault(K("bad")),
    lambda: d.update({K("bad"): 1}),
    lambda: K("bad") in d,
    lambda: d.__delitem__(K("bad")),
    lambda: d == OrderedDict([(K("bad"), 1), (K(2), 2)]),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(d)
a = OrderedDict()
b = OrderedDict(a=a)
a["b"] = b
print(a, [a], {"x": a})
try:
    a == OrderedDict(b=OrderedDict(a=a))
except RecursionError as e:
    print("recursion", e)
match OrderedDict(a=1, b=2):
    case {"a": x, **rest}:
        print(x, rest, type(rest))
