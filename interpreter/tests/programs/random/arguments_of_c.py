# What CPython has in C of `random` and `queue` counts its arguments as such does.
import queue
import random


def told(call):
    try:
        print(repr(call()).split(" at 0x")[0])
    except Exception as error:
        print(f"{type(error).__name__}: {error}".split(" at 0x")[0])


source = random.Random(3)
numbers = queue.SimpleQueue()
bounded = queue.Queue(1)
for call in (
    lambda: random.getrandbits(),
    lambda: random.getrandbits(1, 2),
    lambda: random.getrandbits("x"),
    lambda: random.getrandbits(-1),
    lambda: random.getrandbits(1.5),
    lambda: random.getrandbits(k=3),
    lambda: random.getrandbits(0),
    lambda: random.random(3),
    lambda: random.seed(1, 2, 3),
    lambda: source.getrandbits(20),
    lambda: random.Random(1, 2),
    lambda: random.Random.getrandbits(),
    lambda: random.Random.random(),
    lambda: random.Random.random,
    lambda: queue.SimpleQueue(1),
    lambda: queue.SimpleQueue(x=1),
    lambda: numbers.put(),
    lambda: numbers.put(1, 2, 3, 4),
    lambda: numbers.put(item=1, x=3),
    lambda: numbers.put(1, timeout=-1),
    lambda: numbers.get(1, 2, 3),
    lambda: numbers.get(blok=1),
    lambda: numbers.get(timeout=-1),
    lambda: numbers.get(False),
    lambda: numbers.get(block=False),
    lambda: numbers.put_nowait(item=4),
    lambda: numbers.put_nowait(),
    lambda: numbers.qsize(),
    lambda: numbers.qsize(1),
    lambda: numbers.empty(),
    lambda: numbers.get_nowait(),
    lambda: numbers.get_nowait(),
    lambda: numbers.nothing,
    lambda: setattr(numbers, "x", 1),
    lambda: queue.SimpleQueue[int],
    lambda: queue.Queue[int],
    lambda: issubclass(queue.SimpleQueue, queue.Queue),
    lambda: queue.Empty,
    lambda: queue.Full,
    lambda: bounded.put(1, timeout=-1),
    lambda: bounded.get(timeout=-1),
    lambda: bounded.put(1),
    lambda: bounded.put(2, False),
):
    told(call)


class Counted(queue.SimpleQueue):
    def __init__(self, start):
        self.start = start


counted = Counted(5)
counted.put(1)
print(counted.start, counted.get(), vars(counted))
