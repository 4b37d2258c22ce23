def shout(name, bases, namespace, **keywords):
    print('making', name, bases, keywords)
    return type(name.upper(), bases, {key.upper(): value for key, value in namespace.items() if not key.startswith('__')})


class quiet(metaclass=shout, loud=True):
    one = 1
    two = 2


print(quiet, type(quiet), quiet.ONE + quiet.TWO)


class Counted(type):
    made = []

    def mro(cls):
        order = super().mro()
        Counted.made.append([one.__name__ for one in order])
        return order


class A(metaclass=Counted): pass
class B(A): pass


print(Counted.made)


class Skips(type):
    def mro(cls):
        return [cls, Helper, object]


class Helper:
    def help(self): return 'helped'


class Odd(metaclass=Skips): pass


print(Odd.__mro__, Odd().help(), isinstance(Odd(), Helper), Odd.__bases__)
