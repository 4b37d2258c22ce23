"""A descriptor of a class raises AttributeError: the metaclass's `__getattr__` is asked then. `name` and `value` of enumerations are so."""

from enum import Enum


class Meta(type):
    def __getattr__(cls, name):
        print("Meta.__getattr__", cls.__name__, name)
        if name == "known":
            return "from the metaclass"
        raise AttributeError(f"{cls.__name__} has no {name}")


class Refusing:
    def __get__(self, instance, owner):
        print("asked", instance is None, owner.__name__)
        raise AttributeError("refused")


class Failing:
    def __get__(self, instance, owner):
        raise LookupError("failed")


class Thing(metaclass=Meta):
    known = Refusing()
    unknown = Refusing()
    failing = Failing()


class Plain:
    unknown = Refusing()


class Colour(Enum):
    RED = 1


for cls, name in (Thing, "known"), (Thing, "unknown"), (Thing, "failing"), (Plain, "unknown"), (Colour, "name"), (Colour, "value"):
    try:
        print(getattr(cls, name))
    except (AttributeError, LookupError) as error:
        print(type(error).__name__, error, "from", repr(error.__context__))
    print(hasattr(cls, name) if name != "failing" else "")
