# Python's last acts: garbage in cycles is finalised while the file can still be read, so tracebacks show its lines. What the program's variables hold comes later,
# and there they do not.


def stubborn(name):
    try:
        yield name
    finally:
        raise ValueError(name)


class Holder:
    def __init__(self, name):
        self.me = self
        self.generator = stubborn(name)
        next(self.generator)


garbage = Holder("in a cycle that nobody holds")
garbage = None
held = stubborn("held by a variable")
next(held)
also = [stubborn("held by a list")]
next(also[0])
print("the end")
