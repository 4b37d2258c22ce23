"""Attributes of classes by the methods of metaclasses, of `type` and of `object`."""


class Meta(type):
    y = "on the metaclass"

    def __getattribute__(cls, name):
        print("get", name)
        return super().__getattribute__(name)

    def __setattr__(cls, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        print("del", name)
        super().__delattr__(name)


class Base(metaclass=Meta):
    inherited = 0


class Class(Base):
    x = 1

    def method(self):
        return self

    @classmethod
    def of_class(cls):
        return cls.__name__


def tried(what):
    try:
        result = what()
        print(getattr(result, "__qualname__", result))
    except Exception as error:
        print(type(error).__name__, error)


print(Class.x, Class.inherited, Class.y, Class.of_class(), Class.method.__qualname__)
Class.z = 2
print(Class.z)
del Class.z
tried(lambda: Class.z)
# `object` sees in a class what it keeps itself, and no more.
for name in ("x", "inherited", "y", "nothing", "method", "__name__"):
    tried(lambda: object.__getattribute__(Class, name))
    tried(lambda: type.__getattribute__(Class, name))
tried(lambda: object.__setattr__(Class, "x", 5))
tried(lambda: object.__delattr__(Class, "x"))
tried(lambda: object.__setattr__(int, "x", 5))
tried(lambda: type.__setattr__(Class, "x", 6))
tried(lambda: type.__setattr__(int, "x", 6))
tried(lambda: type.__setattr__(Class(), "x", 6))
tried(lambda: Class.x)


# `object.__getattribute__` leaves `__getattr__` aside, for slots, properties and descriptors too.
class Slotted:
    __slots__ = ("x",)

    def __getattr__(self, name):
        print("getattr", name)
        return "fallback"

    @property
    def failing(self):
        raise AttributeError("failing")


tried(lambda: Slotted().x)
tried(lambda: Slotted().failing)
tried(lambda: object.__getattribute__(Slotted(), "x"))
tried(lambda: object.__getattribute__(Slotted(), "failing"))
tried(lambda: object.__getattribute__(Slotted(), "nothing"))


# `super` believes what an object says of its class; so does a class pattern.
class Claiming:
    def __init__(self, claimed):
        self.claimed = claimed

    @property
    def __class__(self):
        print("class")
        return self.claimed


class Parent:
    def greet(self):
        return "parent"


class Child(Parent):
    def greet(self):
        return "child"


tried(lambda: super(Child, Claiming(Child)).greet())
tried(lambda: super(Child, Claiming(int)))
tried(lambda: super(Child, 5))
match Claiming(int):
    case str():
        print("str")
    case int():
        print("int")
    case _:
        print("neither")


# What stands where a class should be is asked for `__mro_entries__`.
class Entry:
    def __mro_entries__(self, bases):
        return (Parent,)


class Silent:
    def __getattr__(self, name):
        print("getattr", name)
        raise AttributeError(name)


class Odd:
    def __getattribute__(self, name):
        return ...


tried(lambda: type("New", (Entry(),), {}))
tried(lambda: type("New", (Silent(),), {}))
tried(lambda: type("New", (Odd(),), {}))
tried(lambda: type(None, (), {}))
tried(lambda: type("New", None, {}))
tried(lambda: type("New", (), None))
try:
    class New(Odd()):
        pass
except TypeError as error:
    print(error)


class Unprepared(type):
    __prepare__ = None


try:
    class New(metaclass=Unprepared):
        pass
except TypeError as error:
    print(error)


# Slots are what the object gives.
class Equal(type):
    def __eq__(cls, other):
        print("eq")
        return True

    __hash__ = type.__hash__


class Names(metaclass=Equal):
    def __iter__(self):
        print("iter")
        return iter(["a", "b"])


class New:
    __slots__ = Names()


print(sorted(name for name in vars(New) if len(name) == 1))
