# What a frame holds besides its variables goes from the innermost outwards as an exception passes.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __iter__(self):
        return self

    def __next__(self):
        return self.name

    def __del__(self):
        print("gone:", self.name)


def loops():
    for a in Noisy("outer"):
        for b in Noisy("inner"):
            raise ValueError


def handled():
    try:
        for a in Noisy("outer"):
            for b in Noisy("inner"):
                raise ValueError
    except ValueError:
        print("handled")


def arguments():
    print(Noisy("first"), Noisy("second"), 1 / 0)


async def in_a_coroutine():
    for a in Noisy("outer"):
        for b in Noisy("inner"):
            raise ValueError


def in_a_generator():
    for a in Noisy("outer"):
        for b in Noisy("inner"):
            yield b


for function in loops, handled, arguments, lambda: in_a_coroutine().send(None):
    try:
        function()
    except (ValueError, ZeroDivisionError) as error:
        print("caught", error)
generator = in_a_generator()
print(next(generator))
try:
    generator.throw(ValueError)
except ValueError:
    print("thrown")
generator = in_a_generator()
next(generator)
generator.close()
print("closed")
generator = in_a_generator()
next(generator)
del generator
print("deleted")
