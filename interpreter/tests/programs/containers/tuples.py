t = 1, "two", 3.0
single = (1,)
print(t, single, (), len(t), t[1], t[-1], t[:2], t + (4,), single * 3, 1 in t, t.count(1), t.index("two"))
print(tuple("abc"), tuple([1, 2]), (1, 2) < (1, 3), (1, 2) == (1, 2), hash((1, 2)) == hash((1, 2)), ((1,),))
try:
    t[0] = 5
except TypeError as error:
    print(error)
mixed = (1, [2])
mixed[1].append(3)
print(mixed)
try:
    mixed[1] += [4]
except TypeError as error:
    print(error)
print(mixed)
try:
    hash(mixed)
except TypeError as error:
    print(error)


def two():
    return 1, 2


a, b = two()
print(a, b, type(two()).__name__)
