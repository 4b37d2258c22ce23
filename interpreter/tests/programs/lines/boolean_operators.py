def f(value):
    return value


x = (f(1)
     and f(0)
     and f(2))
y = (
    f(0)
    or
    f(3)
    or f(4)
)
if (f(1)
        and f(0)
        or f(5)):
    print("yes")
if f(0) and \
        f(1):
    print("no")
elif not f(0) or \
        f(1):
    print("elif")
while (
    f(0)
    or f(0)
):
    pass
z = (not
     f(1))
print(x, y, z)
