from itertools import tee


def source():
    for n in range(4):
        print("giving", n)
        yield n


a, b = tee(source())
print(next(a), next(a))
print(next(b), list(a))
print(list(b))
x, y, z = tee([1, 2], 3)
print(list(x), next(y), list(z), list(y))
