def nest(depth):
    if depth == 0:
        got = yield "bottom"
        print("bottom got", got)
        return 0
    result = yield from nest(depth - 1)
    return result + 1


g = nest(6)
print(next(g))
try:
    g.send("hello")
except StopIteration as stop:
    print("depth", stop.value)

g = nest(3)
next(g)
try:
    g.throw(ValueError("at the bottom"))
except ValueError as error:
    print(error)
    tb, depth = error.__traceback__, 0
    while tb:
        depth += 1
        tb = tb.tb_next
    print(depth, "frames in the traceback")
