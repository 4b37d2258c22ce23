def positive(n):
    if n < 0:
        raise ValueError("negative")
    while n:
        yield n
        n -= 1

g = positive(-3)
print("the call succeeded")
try:
    print(next(g))
except ValueError as problem:
    print("next failed:", problem)
