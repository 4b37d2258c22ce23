"""What a subclass's operator leaves open is asked of the built-in type on the other side, and in which order both are asked."""


class Number(int):
    def __add__(self, other):
        print("add", other)
        return NotImplemented

    def __rsub__(self, other):
        print("rsub", other)
        return NotImplemented

    __rshift__ = staticmethod(lambda other: NotImplemented)

    def __divmod__(self, other):
        return NotImplemented


class Real(float):
    def __rmul__(self, other):
        print("rmul", other)
        return "mine"

    def __add__(self, other):
        return NotImplemented


class Deeper(Real):
    pass


class Text(str):
    def __mod__(self, other):
        print("mod", other)
        return NotImplemented


class Set(set):
    def __or__(self, other):
        print("or", other)
        return NotImplemented


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


# The other side's built-in type knows both.
tried(lambda: Number(4) + 2)
tried(lambda: Number(4) + 2.5)
tried(lambda: Number(4) + (1 + 2j))
tried(lambda: Number(4) + "x")
tried(lambda: Number(4) + Number(5))
tried(lambda: Number(4) >> 2)
tried(lambda: divmod(Number(7), 2))
tried(lambda: 7 - Number(2))
tried(lambda: 7.5 - Number(2))
tried(lambda: "x" - Number(2))
# A float knows an int, but not the other way round.
tried(lambda: Real(1.5) + 2.5)
tried(lambda: Real(1.5) + 2)
tried(lambda: Text("%s!") % 1)
tried(lambda: Text("%s!") % "x")
tried(lambda: Set([1]) | {2})
tried(lambda: Set([1]) | [2])
x = Number(4)
x += 3
print(x)

# A reflected method that the subclass only inherits does not come first.
tried(lambda: Real(-0.5) * Deeper(-0.5))
tried(lambda: 2.0 * Deeper(-0.5))
tried(lambda: 2 * Deeper(-0.5))


# Three arguments of `pow`: the types' own operators say what does not fit.
class Reflected(float):
    def __rpow__(self, other):
        return "rpow"


class Whole(int):
    def __rpow__(self, other):
        return "rpow"


class Plain:
    def __rpow__(self, other):
        return "rpow"


for args in (
    (2, 3, 2.5), (2, 3, 2j), (2.5, 3, 2), (2, 3.5, 2), (2, 3j, 2), ("a", 3, 2.5), (2, 3, "x"), (Reflected(2.5), 1, 3), (Whole(2), 3, 5), (Plain(), 3, 5),
    (2, Plain(), 5), (2, 3, Plain()),
):
    tried(lambda: pow(*args))


# A number is true by its value, whatever length it has.
class Long(int):
    def __len__(self):
        print("len")
        return 0


class Wide(float):
    __len__ = None


class Listed(list):
    def __len__(self):
        print("len")
        return 0


print(bool(Long(2)), bool(Wide(0)), not Long(0), Long(1) or "no", bool(Listed([1])))
assert Long(2)
print([x for x in (Long(0), Long(3)) if x])
print(max(NotImplemented, 1, key=lambda x: 1))


# What extends the left type is compared first, and errors of what is inside tell so.
class List(list):
    pass


tried(lambda: [1] < List(["a"]))
tried(lambda: List([1]) < ["a"])
tried(lambda: (1,) >= type("Tuple", (tuple,), {})(["a"]))


# Of keys of one type the method is asked, then the operator.
class Silent:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return NotImplemented

    def __gt__(self, other):
        print("gt", self.n, other.n)
        return self.n > other.n


class Other(Silent):
    pass


print([key.n for key in sorted([Silent(2), Silent(1), Silent(3)])])
print([key.n for key in sorted([Silent(2), Other(1)])])


# What a sequence's own method leaves open is no concatenation any more; one in place becomes one that is not.
class Str(str):
    def __add__(self, other):
        return NotImplemented


class Grown(list):
    def __iadd__(self, other):
        return NotImplemented

    def __imul__(self, other):
        return NotImplemented


class Joined(list):
    def __add__(self, other):
        return NotImplemented


tried(lambda: Str("a") + "b")
tried(lambda: Str("a") + 1)
tried(lambda: "a" + Str("b"))
tried(lambda: Joined([1]) + [2])
for kind in (Grown, Joined):
    for other in ([2], (2,), "b", 5):
        value = kind([1])
        try:
            value += other
        except TypeError as error:
            print(error)
        print(type(value).__name__, value)
    value = kind([1])
    value *= 2
    print(type(value).__name__, value)


# A list that is added to itself grows by what it has.
class Measured(list):
    def __len__(self):
        return 3

    def __iter__(self):
        print("iter")
        return super().__iter__()


value = Measured([1, 2])
value += value
value.extend(value)
print(list.__repr__(value))
tried(lambda: Set([1, 2]) | frozenset([3]))
tried(lambda: frozenset([3]) | Set([1]))


# `!=` of a built-in type asks no `__eq__`, and no other way round.
class Same(set):
    __eq__ = None
    __hash__ = None


class Always(list):
    def __eq__(self, other):
        print("eq")
        return True


class Object:
    def __eq__(self, other):
        print("eq")
        return True


tried(lambda: Same([1]) != {"a": 1}.keys())
tried(lambda: Same([1]) != {1})
tried(lambda: Always([1]) != [2])
tried(lambda: [2] != Always([1]))
tried(lambda: Object() != 1)
tried(lambda: Always([1]) != Object())
