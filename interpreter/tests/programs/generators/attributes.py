def count(n):
    inner = (x for x in range(n))
    for x in inner:
        yield x


g = count(2)
print(g.__name__, g.__qualname__, g.gi_running, g.gi_suspended, g.gi_yieldfrom)
print(g.gi_code is count.__code__, g.gi_frame.f_lineno, sorted(g.gi_frame.f_locals))
next(g)
print(g.gi_running, g.gi_suspended, g.gi_frame.f_lineno, g.gi_frame.f_locals["x"], sorted(g.gi_frame.f_locals))
g.__name__ = "renamed"
print(g.__name__, g.__qualname__)
g.close()
print(g.gi_frame, g.gi_suspended, iter(g) is g)


def outer():
    inner = count(1)
    yield from inner


o = outer()
next(o)
print(o.gi_yieldfrom.__name__, o.gi_yieldfrom.gi_frame.f_lineno)
list(o)
print(o.gi_yieldfrom)
print(hasattr(g, "send"), hasattr(g, "__next__"), hasattr(g, "__await__"))
