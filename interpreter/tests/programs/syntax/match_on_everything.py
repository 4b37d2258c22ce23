"""match in full."""
from dataclasses import dataclass
from enum import Enum
class Color(Enum): RED = 1; GREEN = 2
@dataclass
class Point: x: int; y: int = 0
class Old:
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
class Bad:
    __match_args__ = ["a"]
    a = 1
import collections
LIMIT = 10
class ns: LIMIT = 5
def m(x):
    match x:
        case None | True: return "none/true"
        case ns.LIMIT: return "limit"
        case 0 | -1 | 1.5 | 2+3j: return f"number {x}"
        case "a" "b" | b"c": return "text"
        case Color.RED: return "red"
        case Color(): return f"color {x.name}"
        case []: return "empty seq"
        case [1, _]: return "one and any"
        case [int(a), str() as b, *_] if a > 5: return f"guard {a} {b}"
        case [a, [b, *c], *rest]: return f"nested {a=} {b=} {c=} {rest=}"
        case (first, *mid, last) if len(mid) > 3: return f"long {first} {mid} {last}"
        case {"type": "circle", "r": r, **kw}: return f"circle {r} {kw}"
        case {"type": str(t) | int(t)}: return f"type {t}"
        case {}: return f"dict {len(x)}"
        case Point(0, 0): return "origin"
        case Point(x=0, y=yy) | Point(x=yy, y=0): return f"axis {yy}"
        case Point(px, py) if px == py: return f"diagonal {px}"
        case Point(): return "point"
        case Old(1, b=2): return "old12"
        case Old(a, b): return f"old {a}{b}"
        case str(s): return f"str {s!r}"
        case int() | float() as n: return f"n {n}"
        case set(): return "set"
        case object(__len__=ln): return f"sized {ln()}"
        case _: return "other"
for v in (None, True, False, 5, 0, -1, 1.5, 2+3j, "ab", b"c", Color.RED, Color.GREEN, [], (), [1, 2], [6, "x", 9], [1, [2, 3], 4], (9, "yz"), range(6), {"type": "circle", "r": 2, "c": 1}, {"type": 3}, {"type": []}, {}, Point(0, 0), Point(0, 4), Point(4, 0), Point(3, 3), Point(1, 2), Old(1, 2), Old(3, 4), "word", 77, 7.5, {1}, bytearray(b"q"), collections.deque([1, 2]), collections.OrderedDict(a=1), iter([]), frozenset([1]), m):
    r = m(v)
    print(f"{type(v).__name__:12} {r if not callable(v) else r[:5]}")
def t(v):
    match v:
        case Bad(1): return 1
for f in (lambda: t(Bad()),):
    try: f()
    except TypeError as e: print(e)
def u(v):
    match v:
        case Point(1, 2, 3): return 1
try: u(Point(1))
except TypeError as e: print(e)
def w(v):
    match v:
        case Point(1, x=1): return 1
try: w(Point(1))
except TypeError as e: print(e)
def s(v):
    match v:
        case int(1, 2): return
try: s(3)
except TypeError as e: print(e)
match 1, 2:
    case x, y: print(x, y)
match = {"case": 1}; case = 2; print(match["case"], case); _ = 3
match match:
    case {"case": 1 | 2 as c}: print("soft", c)
match [1, 2, 3]:
    case [*all]: print(all)
class D(dict):
    def __missing__(s, k): return "m"
match D():
    case {"k": v}: print(v)
    case _: print("no k")
d = collections.defaultdict(list)
match d:
    case {"q": _}: print("has")
print(dict(d))
match (1, "s"):
    case (int(), str()) as both: print(both)
match "abc":
    case [a, b, c]: print("seq")
    case _: print("strings are no sequences")
def http(status):
    match status:
        case 200: return "OK"
        case 400 | 404 as c if c > 401: return "nf"
        case _ if status > 499: return "server"
print(http(200), http(400), http(404), http(503))
match x:
    case y: pass
    case 3: pass
