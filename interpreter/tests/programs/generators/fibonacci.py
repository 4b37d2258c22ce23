def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(10)])
for n in f:
    if n > 1000:
        break
print(n, next(f))


def until(limit):
    for n in fibonacci():
        if n > limit:
            return
        yield n


print(*until(50))
for i, n in zip(range(3), fibonacci()):
    print(i, n)
