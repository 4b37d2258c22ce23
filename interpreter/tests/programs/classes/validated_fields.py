"""Descriptors: validated fields, lazy attributes, and what order they are asked in."""


class Validator:
    def __set_name__(self, owner, name):
        self.public = name
        self.private = "_" + name
        print(f"set_name {owner.__name__}.{name}")

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return getattr(obj, self.private)

    def __set__(self, obj, value):
        self.validate(value)
        setattr(obj, self.private, value)

    def validate(self, value):
        raise NotImplementedError


class Number(Validator):
    def __init__(self, lo=None, hi=None):
        self.lo, self.hi = lo, hi

    def validate(self, value):
        if not isinstance(value, (int, float)):
            raise TypeError(f"Expected {self.public}={value!r} to be an int or float")
        if self.lo is not None and value < self.lo:
            raise ValueError(f"Expected {value!r} to be at least {self.lo!r}")


class OneOf(Validator):
    def __init__(self, *options):
        self.options = set(options)

    def validate(self, value):
        if value not in self.options:
            raise ValueError(f"{value!r} not in {sorted(self.options)}")


class lazy:
    def __init__(self, func):
        self.func = func
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        if obj is None:
            return self
        print("computing", self.name)
        value = obj.__dict__[self.name] = self.func(obj)
        return value


class Part:
    kind = OneOf("wood", "metal")
    amount = Number(lo=0)

    def __init__(self, kind, amount):
        self.kind = kind
        self.amount = amount

    @lazy
    def double(self):
        "twice as many"
        return self.amount * 2

    @property
    def label(self):
        """A label."""
        return f"{self.kind} x{self.amount}"

    @label.setter
    def label(self, text):
        self.kind, _, n = text.partition(" x")
        self.amount = int(n)

    @label.deleter
    def label(self):
        del self._amount


p = Part("wood", 3)
print(vars(p), p.double, p.double, vars(p))
p.label = "metal x7"
print(p.label, Part.label.__doc__, Part.double.__doc__, type(Part.kind).__name__)
for action in (lambda: Part("plastic", 1), lambda: Part("wood", -1), lambda: Part("wood", "1"), lambda: setattr(p, "label", "wood xz"),
               lambda: Part.amount.validate(None), lambda: Validator().validate(1)):
    try:
        action()
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
del p.label
try:
    p.amount
except AttributeError as e:
    print(e)


class NonData:
    def __get__(self, obj, cls):
        return "from descriptor"


class Host:
    x = NonData()


h = Host()
print(h.x)
h.x = "own"
print(h.x, Host.x)


class ReadOnly:
    def __init__(self, v): self.v = v
    def __get__(self, o, c=None): return self.v
    def __set__(self, o, v): raise AttributeError("read-only!")


class R:
    a = ReadOnly(3)


R().a = 4
