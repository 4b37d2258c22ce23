# What a class statement calls, and in which order.
class Meta(type):
    @staticmethod
    def __prepare__(name, bases, **keywords):
        print('prepare', name, [base.__name__ for base in bases], keywords)
        return {'given': 'by the metaclass'}

    def __new__(meta, name, bases, namespace, **keywords):
        print('new', name, [key for key in namespace if not key.startswith('__')], keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print('init', name, keywords)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args, **kwargs):
        print('call', cls.__name__, args, kwargs)
        return super().__call__(*args, **kwargs)


class Named:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)


class Base(metaclass=Meta, colour='red'):
    print('body of Base sees', given)
    field = Named()

    def __init_subclass__(cls, **keywords):
        print('init_subclass', cls.__name__, keywords)

    def __init__(self, value):
        self.value = value


class Derived(Base):
    other = Named()


print(Derived(3).value, type(Derived), Derived.given)
