a = [n for n in range(3)]
b = [
    n * 2
    for n in range(3)
]
c = [
    n
    for n in range(4)
    if n % 2
]
d = {
    n:
    n * n
    for n in range(2)
}
e = {n
     for n in a
     if n}
f = [
    (x, y)
    for x in range(2)
    for y in range(2)
    if x != y
]
g = [[m for m in range(n)] for n in range(3)]
h = sum(n for n in range(3))
i = (
    n
    for n in range(2)
)
print(next(i))
print(next(i))
print(next(i, "end"))
j = [
    [
        m
        for m in range(n)
    ]
    for n in range(2)
]
k = any(
    n > 1
    for n in a
)
l = [n for n in range(3) if n if n > 1]
m = [
    n if n else
    "zero"
    for n in a
]
print(a, b, c, d, e, f, g, h, j, k, l, m)
