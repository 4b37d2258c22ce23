def refused(make):
    try:
        make()
    except Exception as error:
        print(type(error).__name__, error, '|', repr(error.__cause__))


class First(type): pass
class Second(type): pass
class A(metaclass=First): pass
class B(metaclass=Second): pass


def conflict():
    class C(A, B): pass


def bad_prepare():
    class Meta(type):
        def __prepare__(*args): return 5
    class C(metaclass=Meta): pass


def bad_name():
    class Fails:
        def __set_name__(self, owner, name): raise ValueError('no')
    class C:
        field = Fails()


def unknown_keyword():
    class C(unknown=1): pass


def layouts():
    class C(int, str): pass


def sealed():
    class C(bool): pass


def number_as_base():
    class C(5): pass


def lost_cell():
    class Meta(type):
        def __new__(meta, name, bases, namespace):
            namespace.pop('__classcell__')
            return super().__new__(meta, name, bases, namespace)
    class C(metaclass=Meta):
        def f(self): return __class__


for make in (conflict, bad_prepare, bad_name, unknown_keyword, layouts, sealed, number_as_base, lost_cell):
    refused(make)
refused(lambda: type('C', (A, A), {}))
refused(lambda: type('C', (object, A), {}))
refused(lambda: type('C', (), 5))
refused(lambda: type(5, (), {}))
refused(lambda: type(1, 2))
