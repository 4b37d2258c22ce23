def plain(a, b):
    return a, b


def defaults(a, b=2, c=3):
    return a, b, c


def positional_only(a, b=1, /, c=2):
    return a, b, c


def keyword_only(a, *, b, c=5):
    return a, b, c


def everything(a, /, b, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs


print(plain(1, 2), plain(b=1, a=2))
print(defaults(1), defaults(1, c=9), defaults(1, 8, 9))
print(positional_only(7), positional_only(7, 8, c=9))
print(keyword_only(1, b=2), keyword_only(a=1, c=3, b=2))
print(everything(1, 2, c=3))
print(everything(1, 2, 3, 4, c=5, d=6, x=7, y=8))
print(everything(1, b=2, c=3, a=4))
