"""What sleeps as the program ends is closed in the order in which it was made, while all its variables are there still."""


def sleeper(n):
    try:
        yield n
    finally:
        print("closed", n, helper(n))


class Mark:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("gone", self.n, helper(self.n))


def helper(n):
    return n * 10


first = sleeper(1)
mark = Mark(2)
kept = [sleeper(3), sleeper(5)]
for generator in reversed(kept):
    next(generator)
next(first)
