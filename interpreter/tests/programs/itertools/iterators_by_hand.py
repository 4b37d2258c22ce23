"""Iterators by hand: chunks, windows, peeking, merging, round robin, lookahead, interleaving."""
from collections import deque
from itertools import islice, tee, cycle, chain, repeat, groupby, count
class Peekable:
    _end = object()
    def __init__(self, it): self._it, self._buf = iter(it), deque()
    def __iter__(self): return self
    def __next__(self): return self._buf.popleft() if self._buf else next(self._it)
    def peek(self, default=_end):
        if not self._buf:
            try: self._buf.append(next(self._it))
            except StopIteration:
                if default is self._end: raise
                return default
        return self._buf[0]
    def __bool__(self): return self.peek(self._end) is not self._end
    def __length_hint__(self): print("hint?"); return 3
def chunks(it, n):
    it = iter(it)
    while batch := tuple(islice(it, n)): yield batch
def window(it, n):
    its = tee(it, n)
    for i, t in enumerate(its):
        next(islice(t, i, i), None)
    return zip(*its)
def roundrobin(*its):
    pending, nexts = len(its), cycle(iter(i).__next__ for i in its)
    while pending:
        try:
            for n in nexts: yield n()
        except StopIteration:
            pending -= 1
            nexts = cycle(islice(nexts, pending))
def runs(s): return "".join(f"{len([*g])}{k}" for k, g in groupby(s))
p = Peekable("abc"); print(p.peek(), next(p), p.peek(), list(p), bool(p), p.peek("none"))
try: p.peek()
except StopIteration as e: print("stop", e.args)
print(list(chunks(range(7), 3)), list(window("abcd", 2)), list(roundrobin("ABC", "D", "EF")), runs("aaabccd"))
it = iter([1, 2, 3, 4]); print(list(zip(it, it)), list(zip("ab", repeat("z"))), dict(enumerate("ab", 1)))
it = iter(range(10)); print([next(it) for _ in range(3)], 5 in it, list(it))
it = iter([1, 2]); print(it.__length_hint__(), next(it), it.__length_hint__(), it.__reduce__ if False else "")
print(list(iter(deque([1, 2, 0, 3]).popleft, 0)), max(chain([1], (5, 3))), list(map(None.__class__, [])) , [*map(lambda *a: a, "ab", count())])
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 6: break
print(l)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
try:
    for k in d: del d[k]
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
q = deque([1])
try:
    for k in q: q.append(1)
except RuntimeError as e: print(e)
a, b = tee(iter("xyz")); next(a); print(list(a), list(b))
g = groupby("aab"); k1, g1 = next(g); k2, g2 = next(g); print(list(g1), list(g2))
print(list(reversed(range(0, 10, 3))), range(10)[2:8:2], range(5)[-1], range(0, 20, 5).index(15), 7 in range(0, 10, 2), len(range(10, 0, -3)), range(3) == range(0, 3, 1), hash(range(0)) == hash(range(2, 2)))
zip("a", [1, 2], strict=True).__next__()
list(zip("a", [1, 2], strict=True))
