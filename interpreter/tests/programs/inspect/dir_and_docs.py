# dir() asks the object for its __dict__ and __class__; documentation is found where a method overrides another.
import inspect


class Faked:
    def __init__(self):
        self.x = 1

    @property
    def __dict__(self):
        return {'fake': 1}


print('fake' in dir(Faked()), 'x' in dir(Faked()))


class NoClass:
    __class__ = 5


print(dir(NoClass()))


class OtherClass:
    @property
    def __class__(self):
        return Faked


print([name for name in dir(OtherClass()) if name in ('__init__', 'x', '__dict__')])


class Asked:
    def __getattribute__(self, name):
        print('asked', name)
        raise AttributeError(name)


print(dir(Asked()))


class Plain:
    pass


plain = Plain()
plain.__dict__[5] = 6
try:
    dir(plain)
except TypeError as error:
    print(error)
plain = Plain()
plain.b = plain.a = 1
print([name for name in dir(plain) if name[0] != '_'], [name for name in plain.__dir__() if name[0] != '_'])


class Base:
    __slots__ = {'place': 'where it is', 'size': None}

    def method(self):
        "doc of method"

    @property
    def value(self):
        "doc of value"

    @staticmethod
    def helper():
        "doc of helper"

    @classmethod
    def make(cls):
        """doc of make,
        in two lines
        """


class Derived(Base):
    def method(self):
        pass

    @property
    def value(self):
        pass

    @staticmethod
    def helper():
        pass

    @classmethod
    def make(cls):
        pass

    def own(self):
        pass


for thing in (Base.place, Base.size, Derived.place, Derived.method, Derived().method, Derived.value, Derived.helper, Derived.make):
    print(repr(inspect.getdoc(thing)))
print(inspect.getdoc(Derived), inspect.getdoc(Derived.own), inspect.ismemberdescriptor(Base.place), inspect.isgetsetdescriptor(Base.place))


def local():
    class Inner(Base):
        def method(self):
            pass

    return Inner.method


print(inspect.getdoc(local()), inspect.getdoc(Base().method))
