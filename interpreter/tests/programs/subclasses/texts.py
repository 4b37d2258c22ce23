"""`str`, `format`, `%` and `join` with objects of subclasses: which method each asks."""


def shows(base):
    class Shown(base):
        def __repr__(self):
            return f"<{base.__name__}>"

    return Shown


for base, args in [(str, ("x",)), (bytes, (b"x",)), (bytearray, (b"x",)), (int, (3,)), (float, (2.5,)), (complex, (1j,)),
                   (list, ([1],)), (tuple, ([1],)), (dict, ({1: 2},)), (set, ([1],)), (frozenset, ([1],)), (ValueError, ("x",))]:
    value = shows(base)(*args)
    print(base.__name__, repr(value), str(value), f"{value}", f"{value!s}", f"{value!r}", format(value), "{}".format(value), "%s %r" % (value, value)
          if base is not tuple else "", [value])


class Both(int):
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"


print(Both(1), [Both(1)], f"{Both(1)} {Both(1)!r} {Both(7):03d}", "%s %r %d %x" % (Both(1), Both(1), Both(255), Both(255)))


class Text(str):
    """What `__str__` answers is given on as it is, where nothing stands beside it."""


class Answers:
    def __str__(self):
        return Text("answer")

    __repr__ = __str__

    def __format__(self, spec):
        return Text(spec)


for made in (str(Answers()), repr(Answers()), ascii(Answers()), "%s" % Answers(), "%r" % Answers(), "%s!" % Answers(), "%3s" % Answers(),
             "{}".format(Answers()), "{!r}".format(Answers()), "{:x}".format(Answers()), "{} ".format(Answers()), f"{Answers()}", f"{Answers()!s}"):
    print(type(made).__name__, repr(made))
print(type(Text(Answers())).__name__, type("".join([Text("a")])).__name__, type("-".join([Text("a"), "b"])).__name__)


class Fails:
    def __str__(self):
        return 5


for text in (lambda: str(Fails()), lambda: f"{Fails()}", lambda: "%s" % Fails(), lambda: "{}".format(Fails()), lambda: Text(Fails())):
    try:
        print(text())
    except TypeError as error:
        print(error)
