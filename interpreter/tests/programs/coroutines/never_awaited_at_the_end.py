"""What is said of coroutines that nobody awaited, as the program ends: first with all modules at hand, then without any."""

import warnings


async def work():
    pass


class InCycle:
    def __init__(self):
        self.itself = self
        self.coroutine = work()

    def __del__(self):
        print("in a cycle")
        work()


class Kept:
    def __del__(self):
        print("kept")
        work()


def generator():
    try:
        yield
    finally:
        print("generator")
        work()


InCycle()
kept = Kept()
sleeping = generator()
next(sleeping)
left = work()
