# Which methods of a subclass an OrderedDict asks.
from collections import OrderedDict


class O(OrderedDict):
    def keys(self):
        print("keys")
        return super().keys()

    def items(self):
        print("items")
        return super().items()

    def __iter__(self):
        print("iter")
        return super().__iter__()

    def __getitem__(self, k):
        print("get", k)
        return super().__getitem__(k)

    def __len__(self):
        print("len")
        return super().__len__()

    def __contains__(self, k):
        print("contains")
        return super().__contains__(k)

    def __eq__(self, o):
        print("eq")
        return super().__eq__(o)

    def __delitem__(self, k):
        print("del", k)
        super().__delitem__(k)

    def __setitem__(self, k, v):
        print("set", k)
        super().__setitem__(k, v)

    def __missing__(self, k):
        print("missing", k)
        return "m"


def t(n, f):
    try:
        print(n, f())
    except Exception as e:
        print(n, type(e).__name__, e)


o = O([("a", 1), ("b", 2)])
t("repr", lambda: repr(o))
t("dict", lambda: dict(o))
t("od", lambda: OrderedDict(o))
t("list", lambda: list(o))
t("eq", lambda: OrderedDict(a=1, b=2) == o)
t("eq2", lambda: o == {"a": 1})
t("pop", lambda: o.pop("a"))
t("pop missing", lambda: o.pop("q"))
t("pop default", lambda: o.pop("q", 1))
t("popitem", lambda: o.popitem())
t("setdefault", lambda: o.setdefault("s", 1))
t("setdefault2", lambda: o.setdefault("s", 2))
t("update", lambda: o.update(o))
t("update2", lambda: o.update(x=1))
t("copy", lambda: o.copy())
t("or", lambda: o | {"z": 1})
t("ror", lambda: {"z": 1} | o)
t("move", lambda: o.move_to_end("s"))
t("move missing", lambda: o.move_to_end("nope"))
t("clear", lambda: o.clear())
t("in", lambda: "x" in o)
t("get", lambda: o.get("x"))
t("getitem", lambda: o["x"])
t("bool", lambda: bool(o))
t("reversed", lambda: list(reversed(o)))
t("values", lambda: list(o.values()))
t("fromkeys", lambda: O.fromkeys("ab"))
t("star", lambda: dict(**O(a=1)))
t("unpack", lambda: {**O(a=1)})
t("eq both", lambda: O(a=1) == O(a=1))
t("ne", lambda: O(a=1) != OrderedDict(a=1))
