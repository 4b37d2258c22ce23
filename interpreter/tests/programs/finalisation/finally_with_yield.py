def g():
    try:
        yield 1
    finally:
        print("cleaning")
        yield 2
        print("not reached by del")


a = g()
print(next(a))
print(next(a))
print(next(a, "over"))
