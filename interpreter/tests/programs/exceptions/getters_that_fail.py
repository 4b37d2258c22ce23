"""An AttributeError that leaves a getter is told by the look-up what was asked for, of which object; hints follow from that."""


class Point:
    def __init__(self):
        self._x = 1
        self.y_value = 2

    @property
    def x(self):
        raise AttributeError("not set")

    @property
    def told(self):
        raise AttributeError("told", name="other", obj=5)

    @property
    def inner(self):
        return self.nothing

    @property
    def kept(self):
        me = lambda: self  # noqa: E731
        raise AttributeError(f"kept {me() is self}")


class Descriptor:
    def __get__(self, instance, owner):
        raise AttributeError("descriptor")


class Collecting:
    def __get__(self, *args):
        raise AttributeError("collecting")


class Own(AttributeError):
    pass


class Holder:
    field = Descriptor()
    collected = Collecting()

    @property
    def own(self):
        raise Own("own")


point, holder = Point(), Holder()
for look in (
    lambda: point.x, lambda: Point().x, lambda: point.told, lambda: point.inner, lambda: point.kept, lambda: holder.field, lambda: Holder().field,
    lambda: Holder.field, lambda: holder.collected, lambda: Holder.collected, lambda: holder.own, lambda: [point][0].x.y,
):
    try:
        look()
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__, error.obj is point)
point.x
