def f(value):
    return value


x = f(1) if f(2) else f(3)
y = (
    f(1)
    if f(0)
    else f(2)
)
z = (f(1)
     if f(1) else
     f(2)
     if f(1)
     else f(3))
w = [
    f(1) if x else f(2),
    f(3)
    if not x
    else f(4),
]
print(x, y, z, w)


def g(n):
    return (
        "small"
        if n < 10
        else "large"
    )


print(g(5), g(50))
