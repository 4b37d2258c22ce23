class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def fails():
    local = Loud("local")
    raise ValueError("x")


try:
    fails()
except ValueError as error:
    print("handling")
print("after the handler")

saved = None
try:
    fails()
except ValueError as error:
    saved = error
print("saved")
saved = None
print("forgotten")


def generator():
    held = Loud("held by generator")
    yield
    raise KeyError("k")


g = generator()
next(g)
try:
    next(g)
except KeyError:
    print("handling KeyError")
print("end")
