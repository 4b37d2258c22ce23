"""Texts of subclasses: where they stay what they are, and what is asked of them."""


class Text(str):
    def __index__(self):
        print("index")
        return 65

    def __repr__(self):
        return f"<{str(self)}>"


class Formatted(Text):
    def __format__(self, spec):
        return super().__format__(spec)


for value in (Text("abc"), Formatted("abc")):
    for spec in ("", "2", ">3", ">4", ".2", ".3", "3.9", "s"):
        print(type(format(value, spec)).__name__, format(value, spec), end=" ")
    print(type(f"{value:>{2}}").__name__, type(f"{value}").__name__, type("{:2}".format(value)).__name__)


class Spec:
    def __init__(self, text):
        self.text = text

    def __format__(self, spec):
        return self.text


print(f"{5:{Spec(Text('>3'))}}|")
for spec in (Text("sub"), Text("x")):
    try:
        print(f"{255:{Spec(spec)}}")
    except ValueError as error:
        print(error)
for template, value in (("%c", Text("a")), ("%c", Text("ab")), ("%c", Text("")), ("%s", Text("ab")), ("%r", Text("ab")), ("%d", Text("1"))):
    try:
        print(template % value, template % (value,))
    except TypeError as error:
        print(error)
for text in (Text("x"), Text("12"), Text("zz")):
    for args in ((text,), (text, 10), (text, 16), (text, 0)):
        try:
            print(int(*args))
        except ValueError as error:
            print(error)
    try:
        print(float(text))
    except ValueError as error:
        print(error)


class Number(complex):
    def __trunc__(self):
        print("trunc")
        return 3


for template in ("%d", "%u", "%x", "%s"):
    try:
        print(template % Number(2))
    except TypeError as error:
        print(error)


class Real:
    def __float__(self):
        print("float")
        return 1.5


for args in ((Real(),), (Real(), None), (Real(), 2), (1, Real()), (1, None), ("1", 2), (1, "2")):
    try:
        print(complex(*args))
    except TypeError as error:
        print(error)
print(complex(imag=Real()), "a\rb".splitlines(True), b"a\rb".splitlines(Text("").__len__() + 1))


class Whole(int):
    def __float__(self):
        print("float")
        return 2.5


import math  # noqa: E402

print(math.log(Whole(1)), math.sqrt(Whole(4)))
for call in ((5).__add__, (5).__neg__, (5).__pow__, [].__setitem__, [].__getitem__, {}.__contains__, "".__len__, (1).__eq__):
    for args in ((), (1, 2, 3, 4)):
        try:
            print(call(*args))
        except TypeError as error:
            print(error)
print(None.__bool__(), type(None).__bool__(None))


# What holds no separator stays the object that it is, and so does the separator.
class Data(bytes):
    pass


class Array(bytearray):
    pass


for text, there, gone in ((Text("a-b"), Text("-"), Text("+")), (Data(b"a-b"), Data(b"-"), Data(b"+")), (Array(b"a-b"), Array(b"-"), Array(b"+"))):
    for parts in (text.partition(gone), text.rpartition(gone), text.partition(there), text.rpartition(there)):
        print([type(part).__name__ for part in parts])
    for same in (text.strip(), text.replace(gone, there), text.upper(), text + text[:0], text * 1, text[:], text.join([text]), text.ljust(1), text.split(gone)[0]):
        print(type(same).__name__, end=" ")
    print()
