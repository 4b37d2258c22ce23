class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


print(list(Countdown(3)))
print(sum(Countdown(4)), max(Countdown(2)), 2 in Countdown(3))
a, *rest = Countdown(4)
print(a, rest)
for n in Countdown(2):
    print(n)


class ByGenerator:
    def __iter__(self):
        yield 1
        yield 2


thing = ByGenerator()
print(list(thing), list(thing), [*thing, *thing])
print(dict(zip(thing, "ab")))
