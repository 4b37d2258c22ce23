def guarded():
    for n in range(3):
        try:
            got = yield n
            print("got", got)
        except ValueError as error:
            print("handled", error)
        else:
            print("no error")
        finally:
            print("finally", n)


g = guarded()
print(next(g))
print(g.throw(ValueError("a")))
print(g.send("b"))
try:
    g.throw(TypeError("c"))
except TypeError as error:
    print("out", error)
try:
    next(g)
except StopIteration:
    print("over")


def returns():
    try:
        yield 1
    except KeyError:
        return "from handler"


g = returns()
next(g)
try:
    g.throw(KeyError("k"))
except StopIteration as stop:
    print(stop.value)
g = returns()
try:
    g.throw(KeyError("before start"))
except KeyError as error:
    print("never began", error)
print(list(g))
