functions = [lambda: i for i in range(3)]
print([f() for f in functions])

functions = [lambda i=i: i for i in range(3)]
print([f() for f in functions])


def make(i):
    return lambda: i


print([f() for f in [make(i) for i in range(3)]])

adders = []
for n in range(3):
    def add(x):
        return x + n
    adders.append(add)
print([add(10) for add in adders])
n = 100
print([add(10) for add in adders])
