def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            print("ignoring")


s = stubborn()
print(next(s))
try:
    s.close()
except RuntimeError as error:
    print(error)
try:
    s.throw(KeyError("end it"))
except KeyError as error:
    print("ended", error)


def yields_at_last():
    try:
        yield 1
    finally:
        yield 2
        print("after the last yield")


g = yields_at_last()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
try:
    next(g)
except GeneratorExit:
    print("the exit came out in the end")
