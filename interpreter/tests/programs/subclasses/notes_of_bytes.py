# What a getter gives for the notes of an exception, and for the way to an integer.
import sys


class Numbers(bytes):
    pass


class Noted(Exception):
    def __getattr__(self, name):
        return Numbers(b"ab") if name == "__notes__" else None


class Refusing:
    def __get__(self, instance, owner):
        print("asked for")
        raise NotImplementedError


class Whole:
    __trunc__ = Refusing()


class Cut:
    def __trunc__(self):
        return 3


for value in (Whole(), Cut()):
    try:
        print(int(value))
    except NotImplementedError:
        print("refused")
print(len(sys.argv))
raise KeyError("outer") from Noted("inner")
