a = b = 1
c, d = 1, 2
(
    e,
    f,
) = (
    3,
    4,
)
g: int = 5
h: int
a += 1
a += (
    2
)
lst = [0, 0]
lst[0] = 1
lst[
    1
] = 2
lst[0] += \
    5
obj = type("T", (), {})()
obj.x = 1
obj.x += 1
obj.y = (
    obj
    .x
)
first, *rest = lst
(walrus := 10)
print(
    walrus2 := 5,
)
del a
del (
    b,
    c,
)
x = y = [
    1,
]
print(d, e, f, g, lst, obj.x, obj.y, first, rest, walrus, x is y)
