class M:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        return self.name

    def __exit__(self, *details):
        return self.swallow


with M("a"):
    print("inside")
with M("a") as a:
    pass
with M("a") as a, M("b") as b:
    print(a, b)
with (
    M("c") as c,
    M("d") as d,
):
    print(c, d)
with M("e", swallow=True):
    raise ValueError
    print("never")
print("after")
with M("one"): print("line")
with M("f",
       swallow=True) as f:
    1 / 0


def returns():
    with M("g"):
        return 1


def loop():
    for i in range(3):
        with M("h"):
            if i == 0:
                continue
            if i == 1:
                break
    return i


def nested():
    with M("outer"):
        with M("inner"):
            pass
        print("between")


print(returns(), loop())
nested()
try:
    with M("i"):
        raise KeyError
except KeyError:
    print("out")
