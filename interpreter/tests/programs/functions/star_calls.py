def show(*args, **kwargs):
    return args, kwargs


numbers = [1, 2]
options = {"x": 1, "y": 2}
print(show(*numbers))
print(show(*numbers, *"ab", 3))
print(show(0, *numbers, 3, *(4,), k=5))
print(show(**options))
print(show(**options, z=3))
print(show(*numbers, x=0, **{"y": 1}))
print(show(*range(3), **{}))


def three(a, b, c):
    return f"{a}-{b}-{c}"


print(three(*"xyz"))
print(three(*[1], **{"c": 3, "b": 2}))
print(max(*numbers, 7))
print(*numbers, *options, sep=", ")
