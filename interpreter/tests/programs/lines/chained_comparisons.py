def f(value):
    return value


x = (f(1)
     < f(2)
     < f(3))
y = (
    f(3)
    < f(2)
    < f(1)
)
if (f(1)
        < f(2)
        > f(9)):
    print("yes")
else:
    print("no")
assert 1 < f(2) < \
    f(3)
print(x, y, 1 < f(2) < 3)
