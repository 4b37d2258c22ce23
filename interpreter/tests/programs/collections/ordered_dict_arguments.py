"""The arguments of OrderedDict's methods by name, and what is said of wrong ones."""

from collections import OrderedDict


class Logged(OrderedDict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print("get", key)
        return super().__getitem__(key)

    def __contains__(self, key):
        print("contains", key)
        return super().__contains__(key)


def told(function):
    try:
        print(function())
    except (KeyError, TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


o = OrderedDict(a=1, b=2, c=3)
told(lambda: o.pop())
told(lambda: o.pop("zz"))
told(lambda: o.pop("zz", 5))
told(lambda: o.pop(key="zz", default=5))
told(lambda: o.pop(key="a"))
told(lambda: o.pop(1, 2, 3))
told(lambda: o.pop(key="a", default=3, x=3))
told(lambda: o.pop("a", wrong=1))
told(lambda: o.setdefault())
told(lambda: o.setdefault(key="k", default=9))
told(lambda: o.setdefault("k2"))
told(lambda: o.setdefault(1, 2, 3))
told(lambda: o.popitem(last=False))
told(lambda: o.popitem(1, 2))
told(lambda: o.move_to_end())
told(lambda: o.move_to_end(key="c", last=False))
told(lambda: o.move_to_end("zz"))
told(lambda: OrderedDict.fromkeys())
told(lambda: OrderedDict.fromkeys(iterable="xy", value=1))
told(lambda: o | [("a", 1)])
print(o)

logged = Logged(a=1)
told(lambda: logged.setdefault("a", 2))
told(lambda: logged.setdefault("b", 3))
told(lambda: logged.pop("a"))
told(lambda: logged.pop("a", None))
print(list(logged))
