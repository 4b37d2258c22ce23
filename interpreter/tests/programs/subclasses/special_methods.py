"""Special methods that are no functions: properties, other descriptors, objects that can be called."""


class Computed:
    @property
    def __len__(self):
        return lambda: 5

    @property
    def __eq__(self):
        return lambda other: "equal"

    @property
    def __call__(self):
        return lambda *args, **keywords: (args, keywords)

    @property
    def __iter__(self):
        return lambda: iter("ab")

    @property
    def __getitem__(self):
        return lambda at: at

    @property
    def __add__(self):
        return lambda other: "sum"

    @property
    def __contains__(self):
        return lambda item: item == 1

    @property
    def __bool__(self):
        return lambda: False

    @property
    def __repr__(self):
        return lambda: "shown"


it = Computed()
print(len(it), it == 1, it(1, a=2), list(it), it[3], it + 1, 1 in it, 2 in it, bool(it), repr(it), f"{it!r}", [it])


class Descriptor:
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls):
        print("get", self.name, cls.__name__)
        return lambda *args: len(args)


class Described:
    __len__ = Descriptor("len")
    __call__ = Descriptor("call")
    __sub__ = Descriptor("sub")
    __hash__ = Descriptor("hash")
    __neg__ = Descriptor("neg")


it = Described()
print(len(it), it(1, 2), it - 1, hash(it), -it)


class Callable:
    def __call__(self, *args):
        return len(args) + 10


class Held:
    __len__ = Callable()
    __call__ = Callable()
    __getitem__ = Callable()


print(len(Held()), Held()(1), Held()[1])


class Slotted:
    __slots__ = ("__hash__", "other")

    def __eq__(self, other):
        return True


it = Slotted()
it.__hash__ = lambda: 7
print(hash(it))


class FromGenerator:
    __slots__ = (name for name in ("a", "b"))


it = FromGenerator()
it.b = 1
print(it.b, hasattr(it, "a"), type(FromGenerator.__slots__).__name__)


class OnlyDeletes:
    def __delitem__(self, at):
        pass


class OnlySets:
    def __setitem__(self, at, value):
        pass


def change(it):
    it[1] = 2


def delete(it):
    del it[1]


for act, it in ((change, OnlyDeletes()), (delete, OnlySets()), (change, object()), (delete, object())):
    try:
        act(it)
    except Exception as error:
        print(type(error).__name__, error)
