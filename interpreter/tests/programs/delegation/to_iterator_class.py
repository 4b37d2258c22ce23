class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("plain result")
        return self.n


class WithSend(Plain):
    def send(self, value):
        print("send", value)
        return next(self)

    def throw(self, *details):
        print("throw", details[0] if isinstance(details[0], type) else repr(details[0]))
        return "thrown"

    def close(self):
        print("close")


def outer(it):
    result = yield from it
    print("result", result)


print(list(outer(Plain())))
g = outer(WithSend())
print(next(g))
print(g.send("x"))
print(g.throw(ValueError("v")))
g.close()
g = outer(Plain())
next(g)
try:
    g.send(1)
except AttributeError as error:
    print(error)
g = outer(Plain())
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("no throw method:", error)
