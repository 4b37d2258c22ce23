class Both:
    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


class Formatted:
    def __format__(self, spec):
        return f"<{spec}>"


b = Both()
print(b, [b], (b,), {b: b}, f"{b} {b!r} {b!s}")
print(str(OnlyRepr()), repr(OnlyRepr()))
print(f"{Formatted():abc}", format(Formatted(), "x"), f"{Formatted()}")


class Bad:
    def __repr__(self):
        return 5


try:
    repr(Bad())
except TypeError as error:
    print(error)
