from functools import singledispatch, total_ordering


@singledispatch
def describe(thing):
    return "thing"


@describe.register
def _(thing: int):
    return f"int {thing}"


@describe.register(list)
def _(thing):
    return f"list of {len(thing)}"


print(describe(5), describe([1, 2]), describe("x"), describe(True))


@total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(3) > Version(2), Version(1) >= Version(2))
