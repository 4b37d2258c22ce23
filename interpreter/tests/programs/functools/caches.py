from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=2)
def square(n):
    print("computing", n)
    return n * n


print(square(1), square(2), square(1), square(3), square(2))
print(square.cache_info())
square.cache_clear()
print(square.cache_info())


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), fib.cache_info())


class Data:
    @cached_property
    def total(self):
        print("adding up")
        return 42


d = Data()
print(d.total, d.total)
try:
    square([])
except TypeError as error:
    print(error)
