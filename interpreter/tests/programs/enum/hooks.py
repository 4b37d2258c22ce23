# Members are made while the class is, so that its hooks see them.
from enum import Enum, EnumType


class Loud(Enum):
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        print('init_subclass', cls.__name__, list(cls))

    def __init__(self, *args):
        print('init', self.name, args)


class Sounds(Loud):
    MOO = 'cow'
    MEOW = ('cat', 2)


class Tagged:
    def __set_name__(self, owner, name): print('set_name', name)
    def __get__(self, instance, owner): return 'tag'


class WithDescriptor(Enum):
    tag = Tagged()
    A = 1


class Counting(EnumType):
    def __new__(meta, name, bases, namespace, **keywords):
        cls = super().__new__(meta, name, bases, namespace, **keywords)
        print('made', name, len(cls))
        return cls

    def __call__(cls, value, *args, **keywords):
        print('asked for', value)
        return super().__call__(value, *args, **keywords)


class Counted(Enum, metaclass=Counting):
    A = 1
    B = 2


class Name(Enum):
    name = 'a member called name'
    value = 'and one called value'


print(WithDescriptor.A.tag, Counted(2), Name.name, Name['value'].value, type(Counted))
