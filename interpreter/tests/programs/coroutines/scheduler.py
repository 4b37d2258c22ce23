import types
from collections import deque


@types.coroutine
def switch():
    yield


async def counter(name, n):
    for i in range(n):
        print(name, i)
        await switch()
    return name.upper()


class Scheduler:
    def __init__(self):
        self.ready = deque()
        self.results = {}

    def add(self, name, coroutine):
        self.ready.append((name, coroutine))

    def run(self):
        while self.ready:
            name, coroutine = self.ready.popleft()
            try:
                coroutine.send(None)
            except StopIteration as stop:
                self.results[name] = stop.value
            else:
                self.ready.append((name, coroutine))


s = Scheduler()
s.add("x", counter("a", 3))
s.add("y", counter("b", 1))
s.run()
print(s.results)
