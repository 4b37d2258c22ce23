a, b, c = 1, 2, [0, 1, 2, 3]
del a
try:
    a
except NameError as error:
    print(error)
del c[0], c[-1]
print(c)
d = {"x": 1, "y": 2}
del d["x"]
print(d)


class Thing:
    pass


t = Thing()
t.attribute = 5
del t.attribute
try:
    del t.attribute
except AttributeError as error:
    print(error)
try:
    del d["nothing"]
except KeyError as error:
    print(repr(error))
x, y, z = 1, 2, 3
del (x, y), [z]
print("x" in globals(), "y" in globals(), "z" in globals())
