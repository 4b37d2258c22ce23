def leaf(name):
    try:
        yield name
    finally:
        print("closing", name)


def middle():
    try:
        yield from leaf("leaf")
    finally:
        print("closing middle")


def top():
    try:
        yield from middle()
    except GeneratorExit:
        print("top got GeneratorExit")
        raise
    finally:
        print("closing top")


g = top()
print(next(g))
g.close()

g = top()
next(g)
del g
print("deleted")
