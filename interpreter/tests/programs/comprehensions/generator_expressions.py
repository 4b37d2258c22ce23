squares = (n * n for n in range(4))
print(type(squares).__name__, next(squares), list(squares), list(squares))
print(sum(n for n in range(10)), max((len(w) for w in ["a", "bbb"]), default=0))
print(any(n > 2 for n in range(5)), all(n > 2 for n in range(5)))


def noisy(items):
    for item in items:
        print("giving", item)
        yield item


pipeline = (n + 1 for n in (n * 2 for n in noisy([1, 2, 3])))
print("nothing yet")
print(next(pipeline))
print(list(pipeline))
print(" ".join(str(n) for n in range(3)))
print(dict((n, n * n) for n in range(3)), tuple(c for c in "ab"))
print(any(print("looked at", n) or n == 1 for n in range(5)))
