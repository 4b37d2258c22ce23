def numbers(n):
    for i in range(n):
        print("giving", i)
        yield i
    print("ending")


a, b = numbers(2)
print(a, b)
try:
    a, b = numbers(5)
except ValueError as error:
    print(error)
first, *rest = numbers(3)
print(first, rest)
print([*numbers(2), *numbers(1)], {*numbers(1)}, (*numbers(1),))
print(*numbers(2))
x, y = (n * n for n in [3, 4])
print(x, y)
