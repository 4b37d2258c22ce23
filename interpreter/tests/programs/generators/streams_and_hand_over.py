"""A lazy stream library with send-driven reset, and generator-based context switching between producer and consumer."""
from collections import deque
def producer(buf, n, size=2):
    for i in range(n):
        while len(buf) >= size: yield "full"
        buf.append(i); print("put", i); yield "put"
    return "produced"
def consumer(buf, n):
    got = []
    while len(got) < n:
        while not buf: yield "empty"
        got.append(buf.popleft()); print("   got", got[-1]); yield "got"
    return got
def run(**tasks):
    results, queue = {}, deque(tasks.items())
    while queue:
        name, t = queue.popleft()
        try: next(t)
        except StopIteration as s: results[name] = s.value
        else: queue.append((name, t))
    return results
buf = deque(); print(run(p=producer(buf, 4), c=consumer(buf, 4)))
class Stream:
    def __init__(self, make): self.make = make
    def __iter__(self): return self.make()
    def map(self, f): return Stream(lambda: (f(x) for x in self))
    def filter(self, p): return Stream(lambda: (x for x in self if p(x)))
    def take(self, n):
        def gen():
            for i, x in zip(range(n), self): yield x
        return Stream(gen)
    def __or__(self, f): return f(self)
    def __getitem__(self, k):
        if isinstance(k, slice): from itertools import islice; return list(islice(self, k.start, k.stop, k.step))
        for i, x in enumerate(self):
            if i == k: return x
        raise IndexError(k)
    @classmethod
    def iterate(cls, f, x):
        def gen():
            y = x
            while True: yield y; y = f(y)
        return cls(gen)
s = Stream.iterate(lambda x: x * 2, 1).filter(lambda x: x % 3 == 1).map(str)
print(list(s.take(4)), s | (lambda t: t[2]), s[1:6:2], list(s.take(2)))
def resettable(n):
    i = 0
    while i < n:
        cmd = yield i
        match cmd:
            case "reset": i = 0
            case ("jump", int(k)): i = k
            case None: i += 1
            case _: raise ValueError(cmd)
r = resettable(5); print([next(r), next(r), r.send("reset"), r.send(("jump", 3)), next(r)])
try: r.send(["bad"])
except ValueError as e: print("bad command", e)
def echo():
    received = []
    try:
        while True: received.append((yield len(received)))
    finally: print("received", received)
with_gen = echo(); next(with_gen); [with_gen.send(c) for c in "abc"]; del with_gen
def relay(): 
    try: result = yield from inner_gen()
    except KeyError as k: result = f"recovered {k}"
    yield result
def inner_gen():
    while True:
        try: x = yield
        except ValueError: print("inner handles ValueError"); continue
        if x is None: return "none"
r = relay(); next(r); r.send(1); r.throw(ValueError); print(r.throw(KeyError("kk")))
print(list(s.take(1)), Stream(lambda: iter(()))[0])
