"""How much there is to come: who asks `__len__` and `__length_hint__`, of what, and when."""


class Told:
    """An iterable that tells of each question."""

    def __init__(self, length=None, hint=None):
        self.length, self.hint = length, hint

    def __iter__(self):
        print("  iter")
        return iter([1, 2])

    def __len__(self):
        print("  len")
        if isinstance(self.length, BaseException):
            raise self.length
        return self.length

    def __length_hint__(self):
        print("  hint")
        if isinstance(self.hint, BaseException):
            raise self.hint
        return self.hint


class Sized(list):
    def __len__(self):
        print("  len of Sized")
        return 2


class Indexed:
    def __getitem__(self, at):
        return "ab"[at]

    def __len__(self):
        print("  len of Indexed")
        return 2


def attempt(name, act):
    print(name)
    try:
        print(" ", act())
    except Exception as error:
        print(" ", type(error).__name__, error)


def assign(values, at, iterable):
    values[at] = iterable
    return values


for told in (Told(2), Told(TypeError("none")), Told(TypeError("none"), 5), Told(TypeError("none"), NotImplemented),
             Told(TypeError("none"), TypeError("none")), Told(TypeError("none"), -1), Told(TypeError("none"), "x"), Told(ValueError("bad"))):
    attempt("list", lambda: list(told))
attempt("tuple", lambda: tuple(Told(2)))
attempt("star", lambda: [*Told(2)])
attempt("sorted", lambda: sorted(Told(2)))
attempt("bytes", lambda: bytes(Told(2)))
attempt("bytearray", lambda: bytearray(Told(2)))
attempt("extend", lambda: [].extend(Told(2)))
attempt("extend bytes", lambda: bytearray().extend(Told(2)))
attempt("set", lambda: set(Told(2)))
attempt("sum", lambda: sum(Told(2)))
attempt("join", lambda: ",".join(Told(2)))
attempt("slice", lambda: assign([0, 0], slice(0, 1), Told(2)))
attempt("slice with a step", lambda: assign([0, 0], slice(0, 2, 1), Told(2)))
attempt("pairs", lambda: dict([Told(2)]))
attempt("Sized", lambda: list(Sized([3])))
attempt("Sized, joined", lambda: ",".join(Sized("xy")))
attempt("Indexed", lambda: list(Indexed()))
attempt("Indexed, joined", lambda: ",".join(Indexed()))
