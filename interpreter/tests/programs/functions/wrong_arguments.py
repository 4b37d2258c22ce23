def two(a, b):
    return a, b


def keywords(a, *, key):
    return a, key


def only(a, /):
    return a


def attempt(label, call):
    try:
        print(label, call())
    except TypeError as error:
        print(label, error)


attempt("none", lambda: two())
attempt("one", lambda: two(1))
attempt("three", lambda: two(1, 2, 3))
attempt("twice", lambda: two(1, a=2))
attempt("unknown", lambda: two(1, 2, c=3))
attempt("no key", lambda: keywords(1))
attempt("key by position", lambda: keywords(1, 2))
attempt("positional only", lambda: only(a=1))
attempt("twice by star", lambda: two(**{"a": 1}, **{"a": 2}))
number = 5
attempt("not callable", lambda: number())
attempt("not iterable", lambda: two(*5))
attempt("lambda", lambda: (lambda x, y=1: x)())
