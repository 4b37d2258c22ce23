"""`__new__` of built-in types, given a class that is none of theirs, or one of another way of making objects."""


class Group(ExceptionGroup):
    pass


class Names(dict):
    pass


for base in (list, tuple, dict, set, frozenset, property, BaseException, BaseExceptionGroup, int, str):
    for given in (int, Names, ValueError, 3, 'x'):
        if isinstance(given, type) and issubclass(given, base):
            continue
        try:
            print(base.__new__(given))
        except TypeError as error:
            print(error)

for group in (Group, ExceptionGroup, BaseExceptionGroup):
    try:
        print(BaseException.__new__(group, 'text', [ValueError(1)]))
    except TypeError as error:
        print(error)
print(repr(BaseException.__new__(KeyError, 1, 2)), repr(BaseExceptionGroup.__new__(Group, 'text', [ValueError(1)])))
print(list.__new__(list), dict.__new__(Names), set.__new__(set), frozenset.__new__(frozenset, [1]), tuple.__new__(tuple, [1]))
