# A class body runs in whatever mapping __prepare__ gives.
from collections import UserDict


class Recording(dict):
    def __setitem__(self, name, value):
        print('set', name)
        super().__setitem__(name, value)

    def __missing__(self, name):
        if name.startswith('__'):
            raise KeyError(name)
        return name.upper()


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Recording()

    def __new__(meta, name, bases, namespace):
        print(type(namespace).__name__)
        return super().__new__(meta, name, bases, dict(namespace))


class Shouting(metaclass=Meta):
    hello = world
    number: int = 3

    def own(self):
        return __class__

    for step in 'ab':
        print(step)
    del step


print(Shouting.hello, Shouting.__annotations__, Shouting().own())


class Lazy(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return UserDict()

    def __new__(meta, name, bases, namespace):
        return type.__new__(meta, name, bases, namespace.data)


class Plain(metaclass=Lazy):
    one = 1
    two = one + one
    del one
    try:
        one
    except NameError as error:
        print(error)


print(Plain.two, hasattr(Plain, 'one'))
