"""Custom containers: ordered set, sorted list, trie, ring buffer, matrix view, bidict, nested default."""
from collections.abc import MutableSet, MutableSequence, Mapping
import bisect
from collections import UserDict, UserList, UserString, defaultdict
class OrderedSet(MutableSet):
    def __init__(self, it=()): self.d = dict.fromkeys(it)
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def add(self, x): self.d[x] = None
    def discard(self, x): self.d.pop(x, None)
    def __repr__(self): return f"{type(self).__name__}({list(self)!r})"
class SortedList(MutableSequence):
    def __init__(self, it=(), key=None): self.key, self.l = key or (lambda x: x), []; self.extend(it)
    def __getitem__(self, i): return type(self)(self.l[i], self.key) if isinstance(i, slice) else self.l[i]
    def __setitem__(self, i, v): raise TypeError("use add")
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, _, v): bisect.insort(self.l, v, key=self.key)
    def __repr__(self): return f"<{self.l}>"
class Trie:
    def __init__(self): self.kids, self.end = defaultdict(Trie), False
    def add(self, w):
        n = self
        for c in w: n = n.kids[c]
        n.end = True
    def __iter__(self): yield from self.walk("")
    def walk(self, pre):
        if self.end: yield pre
        for c in sorted(self.kids): yield from self.kids[c].walk(pre + c)
    def starting(self, pre):
        n = self
        for c in pre:
            if c not in n.kids: return
            n = n.kids[c]
        yield from n.walk(pre)
class Ring:
    def __init__(self, n): self.n, self.b, self.i = n, [], 0
    def push(self, x):
        if len(self.b) < self.n: self.b.append(x)
        else: self.b[self.i] = x; self.i = (self.i + 1) % self.n
        return self
    def __getitem__(self, k):
        if k >= len(self.b): raise IndexError
        return self.b[(self.i + k) % self.n]
    def __len__(self): return len(self.b)
class Frozen(Mapping):
    def __init__(self, *a, **k): self._d = dict(*a, **k)
    def __getitem__(self, k): return self._d[k]
    def __iter__(self): return iter(self._d)
    def __len__(self): return len(self._d)
    def __hash__(self): return hash(frozenset(self.items()))
class Bidict(dict):
    def __init__(self, *a, **k): super().__init__(*a, **k); self.inv = {v: k for k, v in self.items()}
    def __setitem__(self, k, v):
        if k in self: del self.inv[self[k]]
        super().__setitem__(k, v); self.inv[v] = k
    def __missing__(self, k): return f"?{k}"
class Tree(dict):
    def __missing__(self, k): v = self[k] = type(self)(); return v
a, b = OrderedSet("hello"), OrderedSet("world"); print(a, a & b, a | b, a - b, a ^ b, a == OrderedSet("olhe"), a <= b, a.pop(), a); a -= a; print(a, bool(a))
s = SortedList([3, 1, 2]); s.append(0); s += [5, 4]; print(s, s[1:3], s.index(3), s.pop(), 2 in s, s[::-1].l, list(reversed(s)), s.count(1)); s.remove(0); print(s, SortedList(["bb", "a"], len))
try: s[0] = 1
except TypeError as e: print(e)
t = Trie(); [t.add(w) for w in "to tea ten i in inn".split()]; print(list(t), list(t.starting("te")), list(t.starting("x")))
r = Ring(3); [r.push(i) for i in range(5)]; print(list(r), 3 in r, r[0], len(r), max(r), [*reversed(r)], sorted(r, reverse=True))
f = Frozen(a=1, b=2); print(f == {"a": 1, "b": 2}, {f: 1}[Frozen(b=2, a=1)], f.get("z"), list(f.items()), "a" in f, f.keys() - {"a"}, {**f})
try: f["c"] = 1
except TypeError as e: print(e)
d = Bidict(x=1); d["y"] = 2; d["x"] = 3; print(d, d.inv, d["zz"], d.get("zz"), d.setdefault("q", 9), d.inv.get(9), d | {"n": 0}, type(d | {}), d.copy().__class__.__name__)
tr = Tree(); tr["a"]["b"]["c"] = 1; print(tr, tr["a"].keys())
class LowerDict(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
class Stack(UserList):
    def push(self, x): self.append(x); return self
class Shout(UserString):
    def upper(self): return Shout(self.data.upper() + "!")
ld = LowerDict(A=1, **{"B": 2}); ld.update(C=3); print(ld, ld.data, "a" in ld, dict(ld), Stack([1]).push(2) + [3], Stack("ab")[0:1], Shout("hi").upper() + "x", Shout("a,b").split(","), len(Shout("abc")), Shout("b") > "a")
r[7]
