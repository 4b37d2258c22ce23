print("before")


class Config:
    names = []
    for letter in "abc":
        names.append(letter * 2)
    total = len(names)

    if total > 2:
        def describe(self):
            return "many"
    else:
        def describe(self):
            return "few"

    del letter
    print("inside", __qualname__, __module__)


print(Config.names, Config.total, Config().describe(), hasattr(Config, "letter"))


class Outer:
    class Inner:
        def where(self):
            return self.where.__qualname__


print(Outer.Inner().where(), Outer.Inner.__qualname__)
Config.added = lambda self: "added later"
print(Config().added())
