# Which of several wrong arguments is told of, and arguments that are no matter.
import operator


class Text(str):
    pass


class Data(bytes):
    pass


class Plain:
    pass


def attempt(function):
    try:
        return repr(function())
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for function in (
    lambda: "a".find(b"a", b"b"),
    lambda: "a".count(1, "b"),
    lambda: "a".index(2, None, "x"),
    lambda: b"a".count("a", "b"),
    lambda: b"a".rfind("a", "b"),
    lambda: str.maketrans(1, 2),
    lambda: str.maketrans(1, "a"),
    lambda: str.maketrans("a", "b", 3),
    lambda: (5.5).__pow__("a", "b"),
    lambda: (5.5).__pow__(2, None),
    lambda: b"ab".hex(None),
    lambda: b"ab".hex("-", None),
    lambda: round(15, None),
    lambda: round(15.5, None),
    lambda: round(Text("a")),
    lambda: b"".decode("nope"),
    lambda: b"".decode(5),
    lambda: b"".decode(errors=5),
    lambda: str(b"", "nope"),
    lambda: str(b"", 5),
    lambda: operator.concat(Text("a"), 1),
    lambda: operator.concat(Data(b"a"), 1),
    lambda: operator.concat(range(2), [1]),
    lambda: operator.concat([1], (2,)),
    lambda: operator.concat(1, 2),
    lambda: object.__format__(Plain(), Text("x")),
    lambda: Plain().__format__(Text("")) != "",
    lambda: object.__format__(Plain(), 1),
    lambda: type("A", (), {"__qualname__": 5}),
    lambda: type("A", (), {"__qualname__": Text("B.A")}).__qualname__,
    lambda: b"a".__rmod__(1),
    lambda: b"a".__rmod__(b"%b"),
):
    print(attempt(function))

text, sub = "ab", Text("ab")
print((text % {}) is text, (sub % {"a": 1}) is sub, (sub % []) is sub, sub.format_map({}) is sub, sub.format() is sub)
print(attempt(lambda: sub % 1), attempt(lambda: sub % (1,)))

for method in (
    list.__getitem__,
    dict.__contains__,
    str.__len__,
    list.__reversed__,
    object.__sizeof__,
    str.__getnewargs__,
    int.__round__,
    float.__ceil__,
    object.__reduce_ex__,
    object.__dir__,
    str.__format__,
    dict.__or__,
    object.__init__,
    BaseException.with_traceback,
):
    print(attempt(method))
