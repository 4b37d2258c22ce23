"""A round-robin scheduler over generators, with sleeping and joins."""
from collections import deque
import heapq


class Sleep:
    def __init__(self, ticks):
        self.ticks = ticks

    def __repr__(self):
        return f"{type(self).__name__}({self.ticks!r})"


class Spawn:
    def __init__(self, gen):
        self.gen = gen


class Join:
    def __init__(self, tid):
        self.tid = tid


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.sleeping = []
        self.clock = 0
        self.tasks = {}
        self.waiting = {}
        self.results = {}
        self._next = 0

    def spawn(self, gen):
        self._next += 1
        tid = self._next
        self.tasks[tid] = gen
        self.ready.append((tid, None))
        return tid

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                when, tid = heapq.heappop(self.sleeping)
                self.clock = max(self.clock, when)
                self.ready.append((tid, None))
            tid, value = self.ready.popleft()
            gen = self.tasks[tid]
            try:
                command = gen.send(value)
            except StopIteration as stop:
                self.results[tid] = stop.value
                for waiter in self.waiting.pop(tid, ()):
                    self.ready.append((waiter, stop.value))
                continue
            except Exception as exc:
                print(f"[{self.clock}] task {tid} died: {exc!r}")
                self.results[tid] = exc
                continue
            match command:
                case Sleep(ticks=t) if t > 0:
                    heapq.heappush(self.sleeping, (self.clock + t, tid))
                case Sleep():
                    self.ready.append((tid, None))
                case Spawn(gen=g):
                    self.ready.append((tid, self.spawn(g)))
                case Join(tid=other) if other in self.results:
                    self.ready.append((tid, self.results[other]))
                case Join(tid=other):
                    self.waiting.setdefault(other, []).append(tid)
                case None:
                    self.ready.append((tid, None))
                case unknown:
                    gen.throw(TypeError, f"unknown command {unknown!r}")


def worker(name, n):
    for i in range(n):
        print(f"{name:>8}: step {i}")
        yield Sleep(i)
    return name.upper()


def main(sched):
    a = yield Spawn(worker("alpha", 3))
    b = yield Spawn(worker("beta", 2))
    print("spawned", a, b)
    print("joined", (yield Join(a)), (yield Join(b)))
    try:
        yield "nonsense"
    except TypeError as e:
        print("caught", e)
    yield
    raise ValueError("the end")


s = Scheduler()
s.spawn(main(s))
s.run()
print(s.results, s.clock)
