"""Which hashes sets ask for anew, how far they read what they are given, and what their subclasses say of themselves."""


class Key:
    def __init__(self, name, number):
        self.name, self.number = name, number

    def __repr__(self):
        return self.name

    def __hash__(self):
        print("hash", self.name)
        return self.number

    def __eq__(self, other):
        print("eq", self.name, other)
        return isinstance(other, Key) and self.number == other.number


a, b, other = Key("a", 1), Key("b", 1), Key("other", 2)
one, two = {a}, {b}
print("made")
print(one == two, one <= two, one < two, one >= {other}, one != two)
print(one.issubset(two), one.issuperset(two), one.isdisjoint(two), frozenset(one) == two)
print(one.issuperset([b]), one.isdisjoint([b]), one.issubset([b]))
print(len(one & two), len(one.intersection([b, other])))

# A search ends as soon as the answer is known.
for method in ("intersection", "isdisjoint", "issuperset", "issubset", "union", "difference"):
    items = iter([1, 2, 3])
    print(method, getattr({1}, method)(items), list(items))
items = iter([1, 2, 3])
known = {1}
known.intersection_update(items)
print(known, list(items))


def counted():
    for number in range(5):
        print("give", number)
        yield number


print({1, 2}.intersection(counted()))
print({1, 2}.isdisjoint(counted()))

# A set that has no hash of its own is sought as the frozenset that it equals.


class Set(set):
    def __hash__(self):
        print("hash of a set")
        raise self.error


for error in (TypeError("no"), ValueError("no")):
    Set.error = error
    group = {frozenset([1]), 2}
    for ask in (lambda: Set([1]) in group, lambda: group.discard(Set([1])), lambda: group.remove(Set([3])), lambda: group.add(Set([1]))):
        try:
            print(ask(), len(group))
        except Exception as error:
            print(type(error).__name__, error)


# What a set shows of itself is what it gives.
class Shown(frozenset):
    def __iter__(self):
        print("iter")
        return iter("xyz")


class Sized(set):
    def __len__(self):
        print("len")
        return 1


print(Shown([1]), [Shown([1])], f"{Shown([1])!r:>5}", "%r" % (Shown([1]),), frozenset.__repr__(Shown([1])), Shown())
print(Sized([1]), {"k": Sized([1])}, set.__repr__(Sized([1])))


# Views of dicts take whatever can be iterated.
class Complex(complex):
    def __iter__(self):
        print("iter")
        return iter(["a"])


class Odd(tuple):
    __iter__ = int


view = {"a": 1}.keys()
print(view - Complex(1), view & Complex(1), view | Complex(1), view ^ Complex(1))


class Data(bytearray):
    def __iter__(self):
        print("iter")
        return iter(["a"])


print(Data() & view, Data() | view, Data() - view, Data() ^ view, view & Data())
for ask in (lambda: view & Odd(), lambda: view - 5, lambda: view | 5):
    try:
        print(ask())
    except TypeError as error:
        print(error)
for left, right in ((view, {"a", "b"}), ({"a", "b"}, view), (view, {"a": 2, "c": 3}.keys()), ({"a": 2, "c": 3}.keys(), view)):
    print(left & right)


# Arguments are counted by the name of the class.
class Frozen(frozenset):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Mutable(set):
    def __new__(cls, *args):
        print("new", args)
        return super().__new__(cls, *args)

    def __init__(self, *args):
        print("init", args)
        super().__init__(*args)


for ask in (lambda: Frozen(1, 2), lambda: Mutable([1], [2]), lambda: set(1, 2), lambda: frozenset(1, 2), lambda: set(a=1), lambda: {1}.__init__(1, 2), lambda: set.__len__(), lambda: {1}.__len__(2), lambda: {1}.__contains__()):
    try:
        print(ask())
    except TypeError as error:
        print(error)
