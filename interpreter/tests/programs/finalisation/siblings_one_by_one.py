"""What dies together dies one after the other: a finaliser ends before the next sibling is dropped."""

import weakref


class Loud:
    def __init__(self, name, *kept):
        self.name = name
        self.kept = kept

    def __del__(self):
        print("gone", self.name, "| living:", *sorted(loud.name for loud in living))


living = weakref.WeakSet()


def loud(name, *kept):
    made = Loud(name, *kept)
    living.add(made)
    return made


def sleeper(name):
    mark = loud(name + "'s mark")
    try:
        yield name
    finally:
        print("closing", name)


def locals_of_a_frame():
    first = loud("first", loud("first's own"))
    generator = sleeper("second")
    next(generator)
    third = [loud("third a"), loud("third b")]
    return None


locals_of_a_frame()
print("--")
together = [loud("1"), sleeper("2"), loud("3")]
next(together[1])
together.clear()
print("--")
table = {"a": loud("a"), "b": loud("b"), "c": loud("c")}
table = None
print("--")


def raising():
    x = loud("x")
    y = loud("y")
    return [loud("z"), 1 / 0]


try:
    raising()
except ZeroDivisionError:
    print("caught")
print("over")
