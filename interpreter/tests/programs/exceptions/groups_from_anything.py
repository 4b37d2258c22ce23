"""What groups of exceptions are made of, and what their parts are found by."""


class Boom(Exception):
    pass


class Listed(list):
    def __len__(self):
        print("len")
        return 1


class Numbers(bytearray):
    def __length_hint__(self):
        print("hint")
        return 1


class Iterated(dict):
    def __iter__(self):
        print("iter")
        return iter([Boom()])

    def __getitem__(self, key):
        return Boom()


class Indexed:
    def __repr__(self):
        return "<Indexed>"

    def __getitem__(self, at):
        print("getitem", at)
        if at > 1:
            raise IndexError
        return Boom(at)


class Set(set):
    def __getitem__(self, at):
        return Boom()


def tried(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


for given in (Listed([Boom(1)]), Listed(), Numbers(b"a"), Iterated(), Indexed(), Set([Boom(2)]), "ab", b"", range(2), iter([Boom()]), {Boom()}, (), None, [Boom(), 1]):
    tried(lambda: ExceptionGroup("group", given))


# Of classes nothing is asked; only functions are called.
class Meta(type):
    def __instancecheck__(cls, value):
        print("instancecheck")
        return True

    def __subclasscheck__(cls, value):
        print("subclasscheck")
        return True


class Checked(Exception, metaclass=Meta):
    pass


class Callable:
    def __call__(self, error):
        return True


group = ExceptionGroup("group", [Boom(1), ValueError(2)])
for condition in (Checked, (Checked, Boom), Boom, lambda error: isinstance(error, Boom), Callable(), len, int, (Boom, int), [Boom], "x"):
    tried(lambda: group.split(condition))
    tried(lambda: group.subgroup(condition))
tried(lambda: group.split())
tried(lambda: group.subgroup(Boom, Boom))
try:
    try:
        raise group
    except* Checked:
        print("checked")
except ExceptionGroup as error:
    print(repr(error))


class Classes(tuple):
    def __iter__(self):
        print("iter")
        return iter([])


try:
    raise Boom("caught by a tuple's subclass")
except Classes([ValueError, Boom]) as error:
    print(repr(error))
try:
    try:
        raise group
    except* Classes([ValueError, Boom]) as error:
        print(repr(error))
except TypeError as error:
    print(error)


# `__init__` sets the arguments anew; message and exceptions stay.
class Careless(ExceptionGroup):
    def __init__(self, *args):
        super().__init__()


careless = Careless("message", [Boom(3)])
print(repr(careless), careless.args, careless.message, careless.exceptions, f"{careless}", str(careless))
group.__init__("other", 5)
print(repr(group), group.message, group)


# A class that is raised is called, by its metaclass too.
class Calling(type):
    def __call__(cls, *args):
        print("call", args)
        return super().__call__("from the metaclass")


class Called(Exception, metaclass=Calling):
    pass


class Uncallable(type):
    __call__ = None


class Lost(Exception, metaclass=Uncallable):
    pass


def throwing(cls):
    return (x for x in [1]).throw(cls)


for cls in (Called, Lost):
    for act in (lambda: throwing(cls), lambda: throwing(cls)):
        tried(act)
    try:
        raise cls
    except Exception as error:
        print(repr(error), error.args)


# An error's number decides by its hash of which class an OSError is.
class Number(int):
    def __hash__(self):
        print("hash")
        return 2

    def __eq__(self, other):
        print("eq", other)
        return int(self) == other


class Unhashable(int):
    __hash__ = None


error = OSError(Number(2), "words")
print(type(error).__name__, type(error.errno).__name__, error.args[1])
print(type(OSError(Number(13), "words")).__name__, type(OSError(2, "words")).__name__, type(OSError(Number(2))).__name__)
tried(lambda: OSError(Unhashable(2), "words"))
tried(lambda: FileNotFoundError(Unhashable(2), "words"))


class Error(OSError):
    pass


for cls in (OSError, Error, ExceptionGroup, ValueError):
    tried(lambda: BaseException.__new__(cls))


class Twice(Exception):
    def __new__(cls, *args):
        return cls


for act in ("raise", "raise from"):
    try:
        if act == "raise":
            raise Twice(1)
        raise Twice(1) from None
    except TypeError as error:
        print(error)
