from collections import deque


class Loop:
    def __init__(self):
        self.ready = deque()
        self.waiting = []
        self.time = 0

    def spawn(self, task):
        self.ready.append(task)

    def run(self):
        while self.ready or self.waiting:
            if not self.ready:
                self.waiting.sort(key=lambda entry: entry[0])
                self.time, task = self.waiting.pop(0)
                self.ready.append(task)
            task = self.ready.popleft()
            try:
                delay = next(task)
            except StopIteration:
                continue
            self.waiting.append((self.time + delay, task))


def worker(name, delay):
    for turn in range(3):
        print(f"t={loop.time} {name} turn {turn}")
        yield delay


loop = Loop()
loop.spawn(worker("quick", 1))
loop.spawn(worker("slow", 3))
loop.run()
