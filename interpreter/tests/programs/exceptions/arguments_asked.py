"""What exceptions and the statements about them take for arguments, and refuse."""


class Number(int):
    pass


class Text(str):
    pass


def attempt(act):
    try:
        print(repr(act()))
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__), repr(error.__cause__))


def caught_by(kind):
    try:
        raise ExceptionGroup("group", [ValueError(1)])
    except* kind:
        pass
    return "caught"


def caused_by(cause):
    raise ValueError("caused") from cause


for argument in (b"x", bytearray(b"x"), 5, "x", [1]):
    attempt(lambda: UnicodeDecodeError("ascii", argument, 0, 1, "reason"))
attempt(lambda: OSError(Number(2), "none"))
for kind in (5, int, "x", (ValueError, 5), ExceptionGroup, ValueError, ()):
    attempt(lambda: caught_by(kind))
for cause in (5, int, type, KeyError, KeyError("cause"), None):
    attempt(lambda: caused_by(cause))
for state in ({"x": 1}, None, 5, []):
    error = ValueError()
    attempt(lambda: error.__setstate__(state))
    print(vars(error))
attempt(lambda: ValueError().add_note(Text("note")))
attempt(lambda: ValueError().add_note(5))


class Sequence:
    def __getitem__(self, at):
        return [ValueError(1)][at]


class Walked(list):
    def __iter__(self):
        return iter([KeyError(2)])


for given in (Sequence(), Walked([ValueError(1)]), {ValueError(1): 1}, iter([ValueError(1)]), "x", bytearray(b"x"), (), 5):
    attempt(lambda: ExceptionGroup("group", given).exceptions)
attempt(lambda: ExceptionGroup(Text("group"), [ValueError(1)]))
attempt(lambda: ExceptionGroup(None, [ValueError(1)]))


class Entries:
    def __mro_entries__(self, bases):
        return [object]


class NoEntries:
    __mro_entries__ = None


for base in (Entries(), NoEntries()):
    try:
        class Heir(base):
            pass
    except TypeError as error:
        print(error)


def reduced(iterable):
    import functools
    return functools.reduce(lambda a, b: a + b, iterable)


for broken in (5, [], object()):
    attempt(lambda: reduced(broken))
    attempt(lambda: dict([broken]))
    attempt(lambda: ",".join(broken))
    attempt(lambda: list(zip([1], broken, strict=True)))
