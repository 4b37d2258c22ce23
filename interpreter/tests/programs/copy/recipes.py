# How `copy` makes objects anew: `__reduce_ex__`, `__reduce__`, `__getnewargs__`, `__getnewargs_ex__`, `__getstate__`, items, slots.
import copy


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Asked:
    def __reduce_ex__(self, protocol):
        print("reduce_ex", protocol)
        return Asked, ()


class Counted(int):
    def __new__(cls, value, unit="m"):
        made = super().__new__(cls, value)
        made.unit = unit
        return made

    def __getnewargs__(self):
        print("getnewargs")
        return int(self), self.unit


class Named(str):
    def __new__(cls, text, *, title):
        made = super().__new__(cls, text)
        made.title = title
        return made

    def __getnewargs_ex__(self):
        return (str(self),), {"title": self.title}


class Buffer(bytearray):
    pass


class Log(list):
    def append(self, item):
        print("append", item)
        super().append(item)


class Table(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


class Slotted:
    __slots__ = ("open", "__hidden", "never")

    def __init__(self):
        self.open, self.__hidden = [1], [2]

    def told(self):
        return self.open, self.__hidden, hasattr(self, "never")


class Stated:
    def __getstate__(self):
        return "state"

    def __setstate__(self, state):
        print("setstate", state)


class Nothing:
    def __reduce__(self):
        return 5


class Itself:
    def __reduce__(self):
        return "Itself"


class Listed:
    def __reduce__(self):
        return list, ([1, 2],), None, iter([3, 4])


class Mapped:
    def __reduce__(self):
        return dict, (), None, None, iter([("a", [1])])


for make in copy.copy, copy.deepcopy:
    print(make.__name__)
    print(type(make(Asked())).__name__)
    counted = make(Counted(3, "km"))
    print(counted, counted.unit)
    named = make(Named("x", title="t"))
    print(named, named.title)
    buffer = Buffer(b"ab")
    buffer.mark = [1]
    made = make(buffer)
    print(made, made.mark, made.mark is buffer.mark)
    log = Log([1, [2]])
    made = make(log)
    print(made, made[1] is log[1])
    table = Table(a=[1])
    made = make(table)
    print(made, made["a"] is table["a"])
    slotted = Slotted()
    print(make(slotted).told(), make(slotted).open is slotted.open)
    print(type(make(Stated())).__name__)
    print(attempt(lambda: make(Nothing())))
    itself = Itself()
    print(make(itself) is itself)
    print(make(Listed()), make(Mapped()))
    for iterator in map(str, [1, 2]), filter(None, [0, 1]), enumerate("ab", 3), zip([1], [2]), zip([1], [2], strict=True), reversed([1, 2]):
        made = make(iterator)
        print(type(made).__name__, list(made), iterator.__reduce__()[0].__name__, len(iterator.__reduce__()))
    for thing in {}.keys(), {1: 2}.items(), classmethod(len), staticmethod(len), (x for x in ()), vars(Asked):
        print(attempt(lambda: make(thing)))
