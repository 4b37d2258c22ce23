class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def g(name):
    try:
        yield
    finally:
        print("finally", name)


first = g("first")
next(first)
loud = Loud("loud")
second = g("second")
next(second)
never = g("never began")
print("the module ends")
