class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__, error, traceback is not None)
        return self.swallow


with Manager("a") as a:
    print("inside", a)

with Manager("b"), Manager("c", swallow=True) as c:
    print("inside", c)
    1 / 0
print("after")

try:
    with Manager("d"):
        raise KeyError("k")
except KeyError as error:
    print("caught", error)


def returning():
    with Manager("e"):
        return "value"


print(returning())
for n in range(3):
    with Manager("f"):
        if n == 0:
            continue
        break
