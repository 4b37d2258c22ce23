"""Subclasses of built-in containers with methods of their own: which functions ask them, and which take what is inside."""


class Items(list):
    def __iter__(self):
        return iter(["7", "8"])


class Numbers(list):
    def __iter__(self):
        return iter([7, 8])


class Pair(tuple):
    def __iter__(self):
        return iter("ab")


print("-".join(Items("xy")), b"-".join(type("B", (list,), {"__iter__": lambda self: iter([b"a", b"b"])})([b"x"])))
print(bytes(Numbers([1])), bytearray(Numbers([1])), int.from_bytes(Numbers([1]), "big"))
array = bytearray(b"..")
array.extend(Numbers([1]))
array[0:1] = Numbers([1])
print(array)
print(list(Items("xy")), tuple(Items("xy")), sorted(set(Pair("z"))), sorted(Items("xy")), [*Items("xy")], max(Items("xy")))
first, second = Pair("xy")
print(first, second, dict([Pair("xy")]), len(Pair("xyz")))


class Reversible(list):
    def __getitem__(self, at):
        return 42

    def __len__(self):
        return 1


print(list(reversed(Reversible([1, 2, 3]))))


class Sequence(tuple):
    def __getitem__(self, at):
        return at * 10

    def __len__(self):
        return 3


print(list(reversed(Sequence())))


class Table(dict):
    def keys(self):
        return ["other"]

    def __getitem__(self, key):
        return "got"


class Walked(Table):
    def __iter__(self):
        return iter(["walked"])


def given(**keywords):
    return keywords


for table in (Table(a=1), Walked(a=1)):
    updated = {}
    updated.update(table)
    print(dict(table), updated, {**table}, {} | table, given(**table), Table(table) == dict(table))


class Key(str):
    pass


print(given(**{Key("a"): 1, "b": 2}), (lambda a: a)(**{Key("a"): 3}))
try:
    given(a=1, **{Key("a"): 2})
except TypeError as error:
    print(error)


class Group(set):
    def __iter__(self):
        return iter("walked")

    def __hash__(self):
        return 5


print(sorted(set(Group("ab"))), sorted({"c"} | Group("ab")), sorted({"c"}.union(Group("ab"))), Group("ab") in {Group("ab")})
