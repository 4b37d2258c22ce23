"""Graph algorithms with generators, heaps, memo, dataclass nodes."""
import heapq
from collections import defaultdict, deque
from functools import cache
edges = [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3), ("F", "G", 1)]
graph = defaultdict(dict)
for u, v, w in edges: graph[u][v] = w; graph[v][u] = w
def dijkstra(start):
    dist, seen, prev = {start: 0}, set(), {}
    heap = [(0, start)]
    while heap:
        d, u = heapq.heappop(heap)
        if u in seen: continue
        seen.add(u); yield u, d
        for v, w in graph[u].items():
            if (nd := d + w) < dist.get(v, float("inf")): dist[v] = nd; prev[v] = u; heapq.heappush(heap, (nd, v))
    return prev
def path(start, goal):
    gen = dijkstra(start)
    while True:
        try: next(gen)
        except StopIteration as s: prev = s.value; break
    out = [goal]
    while out[-1] != start: out.append(prev[out[-1]])
    return out[::-1]
def bfs(s):
    seen, q = {s}, deque([(s, 0)])
    while q:
        n, d = q.popleft(); yield n, d
        for m in sorted(graph[n]):
            if m not in seen: seen.add(m); q.append((m, d + 1))
def dfs(n, seen=None):
    seen = seen if seen is not None else set()
    if n in seen: return
    seen.add(n); yield n
    for m in sorted(graph[n]): yield from dfs(m, seen)
def components():
    left = set(graph)
    while left:
        comp = set(dfs(min(left))); yield sorted(comp); left -= comp
def topo(deps):
    state = {}
    def visit(n, trail):
        if state.get(n) == "done": return
        if n in trail: raise ValueError(f"cycle: {' -> '.join([*trail, n])}")
        for m in deps.get(n, ()): yield from visit(m, (*trail, n))
        state[n] = "done"; yield n
    for n in deps: yield from visit(n, ())
print(list(dijkstra("A")), path("A", "E"), list(bfs("A")), list(dfs("A")), list(components()))
print([*dict.fromkeys(topo({"app": ["db", "web"], "web": ["http"], "db": ["http"]}))])
try: list(topo({"a": ["b"], "b": ["c"], "c": ["a"]}))
except ValueError as e: print(e)
@cache
def lcs(a, b):
    if not a or not b: return ""
    if a[-1] == b[-1]: return lcs(a[:-1], b[:-1]) + a[-1]
    return max(lcs(a[:-1], b), lcs(a, b[:-1]), key=len)
def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1): prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]
print(lcs("AGGTAB", "GXTXAYB"), lcs.cache_info().currsize > 5, edit("kitten", "sitting"))
def knap(items, cap, i=0):
    if i == len(items): return 0, ()
    best = knap(items, cap, i + 1)
    v, w = items[i]
    if w <= cap: sub, chosen = knap(items, cap - w, i + 1); best = max(best, (sub + v, (i,) + chosen))
    return best
print(knap([(60, 10), (100, 20), (120, 30)], 50))
def perms(s): 
    if not s: yield ""
    for i, c in enumerate(s):
        for r in perms(s[:i] + s[i + 1:]): yield c + r
def subsets(s): return [[]] if not s else (r := subsets(s[1:])) + [[s[0]] + x for x in r]
def merge_sort(l): return l if len(l) < 2 else list(heapq.merge(merge_sort(l[:len(l) // 2]), merge_sort(l[len(l) // 2:])))
def quick(l): return [] if not l else quick([x for x in l[1:] if x < l[0]]) + [l[0]] + quick([x for x in l[1:] if x >= l[0]])
def primes(n): s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"; [s.__setitem__(slice(i * i, None, i), bytes(len(range(i * i, n + 1, i)))) for i in range(2, int(n ** .5) + 1) if s[i]]; return [i for i, p in enumerate(s) if p]
print(list(perms("abc")), subsets([1, 2, 3]), merge_sort([3, 1, 2]), quick([3, 1, 2, 3]), primes(40), list(zip(*[iter("abcdef")] * 2)))
import bisect
class Interval:
    def __init__(self): self.s = []
    def add(self, a, b): bisect.insort(self.s, (a, b), key=lambda t: t[0]); return self
    def merged(self):
        out = []
        for a, b in self.s:
            if out and a <= out[-1][1]: out[-1][1] = max(out[-1][1], b)
            else: out.append([a, b])
        return out
print(Interval().add(5, 8).add(1, 3).add(2, 4).merged(), [[1, 2, 3][i:] + [1, 2, 3][:i] for i in range(3)], [list(r) for r in zip(*[[1, 2], [3, 4]][::-1])])
path("A", "G")
