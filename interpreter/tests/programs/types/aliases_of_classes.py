# `list[int]` and `int | str` as objects: what messages call them, and that they can't be changed.
import types


def t(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


for alias in (list[int], int | str):
    t(lambda: len(alias))
    t(lambda: alias + 1)
    t(lambda: alias < 1)
    t(lambda: alias[0])
    t(lambda: format(alias, 'q'))
    t(lambda: setattr(alias, '__args__', (5,)))
    t(lambda: setattr(alias, 'foo', 5))
    t(lambda: setattr(type(alias), 'foo', 5))
    t(lambda: alias.__args__)
    print(type(alias), hash(alias) == hash(alias), alias == alias, alias != list)
t(lambda: setattr(list[int], '__origin__', 5))
t(lambda: (int | str)())
t(lambda: list(int | str))
t(lambda: 1 in (int | str))
starred = next(iter(tuple[int, str]))
print(starred, starred.__unpacked__, tuple[int].__unpacked__, list[int].__origin__, list[int].append)
print(isinstance(list[int], types.GenericAlias), isinstance(int | str, types.UnionType), dict[str, int] | None)
