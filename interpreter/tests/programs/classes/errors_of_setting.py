"""An AttributeError of setting or deleting has no `name` and no `obj`; one of reading has."""


class Plain:
    def method(self):
        pass

    @property
    def fixed(self):
        return 1


class Slotted:
    __slots__ = ("x",)


class Half:
    def __set__(self, instance, value):
        pass


class Other:
    def __delete__(self, instance):
        pass


class Holder:
    half = Half()
    other = Other()


class Number(int):
    pass


def attempt(act, *args):
    try:
        act(*args)
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error, getattr(error, "name", None), getattr(error, "obj", None) is None)


def function():
    pass


for target in (Plain(), Slotted(), Number(1), Exception(), function, Plain, 5, [], Holder()):
    for name in ("x", "method", "fixed", "__len__", "half", "other"):
        attempt(delattr, target, name)
        attempt(getattr, target, name + "s")
for target in (5, [], "x", None, Slotted(), object()):
    attempt(setattr, target, "y", 1)
attempt(setattr, Plain(), "fixed", 1)
attempt(setattr, Holder(), "other", 1)
attempt(setattr, int, "y", 1)
attempt(vars, 5)


class Hidden:
    def __getattribute__(self, name):
        raise AttributeError(f"hidden {name}")


attempt(vars, Hidden())
