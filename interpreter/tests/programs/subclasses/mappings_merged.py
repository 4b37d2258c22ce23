"""What is asked of a mapping as it is copied, joined, spread and matched."""


class Mapping(dict):
    def keys(self):
        print("keys")
        return ["a"]

    def __getitem__(self, key):
        print("getitem", key)
        return "item"


class Iterated(Mapping):
    def __iter__(self):
        print("iter")
        return iter(["z"])


class Described(dict):
    @property
    def keys(self):
        print("property")
        return super().keys


class Keyless(dict):
    @property
    def keys(self):
        raise AttributeError("keys")


def spread(**keywords):
    return keywords


def tried(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


for kind in (Mapping, Iterated, Described, Keyless):
    print(kind.__name__)
    value = kind(b=1)
    tried(lambda: dict(value))
    tried(lambda: {} | value)
    tried(lambda: value | {})
    tried(lambda: value.copy())
    tried(lambda: kind().copy())
    tried(lambda: {**value})
    tried(lambda: spread(**value))
    target = {}
    tried(lambda: target.update(value))
    print(target)


class Broken:
    def __init__(self, error):
        self.error = error

    def keys(self):
        return ["a"]

    def __getitem__(self, key):
        raise self.error


for error in (AttributeError("getitem"), ValueError("getitem")):
    tried(lambda: spread(**Broken(error)))
    tried(lambda: {**Broken(error)})
    tried(lambda: dict(Broken(error)))
    tried(lambda: print(**Broken(error)))


class Counted(dict):
    def __new__(cls, *args):
        return super().__new__(cls, *args)

    def __init__(self, *args):
        super().__init__(*args)


tried(lambda: Counted(1, 2))
tried(lambda: dict(1, 2))
tried(lambda: {}.update(1, 2))
tried(lambda: dict.__init__({}, 1, 2))


class List(list):
    def __new__(cls, *args, **keywords):
        print("new", args, keywords)
        return super().__new__(cls, *args, **keywords)

    def __init__(self, *args, **keywords):
        print("init", args, keywords)
        super().__init__(args)


print(List([1], [2], x=3), List())
tried(lambda: list(1, 2))
tried(lambda: list(x=1))


class Got(dict):
    def __getattribute__(self, name):
        print("get", name)
        return super().__getattribute__(name)


match Got(a=1, b=2):
    case {"a": x, **rest}:
        print(x, rest)
