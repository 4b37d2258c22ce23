a, b = [1, 2], {"x": 1}
print([*a, 3, *a], (*a,), {*a, 5}, {**b, "y": 2}, {"x": 0, **b}, [*"ab", *range(2)])
print([*[]], [*{}, *b], {**{}}, *a, *[])
for item in *a, 9:
    print(item)


def f():
    return *a, 3


print(f())
try:
    [*5]
except TypeError as error:
    print(error)
try:
    {**[1]}
except TypeError as error:
    print(error)
(first, second), third = [*["ab"], "c"]
print(first, second, third)
