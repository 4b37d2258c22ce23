def echo():
    received = None
    while True:
        received = yield received
        print("received", received)


e = echo()
print(e.send(None))
print(e.send("one"))
print(next(e))
print(e.send([2]))
e.close()
try:
    e.send(3)
except StopIteration as stop:
    print("stopped", stop.value)


def expression():
    print("sum", (yield 1) + (yield 2))
    x = [(yield "a"), (yield "b")]
    return x


g = expression()
print(next(g), g.send(10), g.send(20), g.send("A"))
try:
    g.send("B")
except StopIteration as stop:
    print(stop.value)
