a, b, c = 1, 2, 3
x = (a
     + b
     * c)
y = [
    a,
    b + c,
    [
        c,
    ],
]
d = {
    "a": a,
    "b":
        b,
}
t = (
    1,
    2,
)
s = {
    a,
    b,
}
z = a + \
    b + \
    c
w = y[
    2
][
    0
]
q = -(
    a
)
print(x, y, d, t, s, z, w, q)
