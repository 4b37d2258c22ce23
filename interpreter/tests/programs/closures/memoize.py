def memoize(function):
    cache = {}

    def remembered(n):
        if n not in cache:
            print("computing", n)
            cache[n] = function(n)
        return cache[n]

    remembered.cache = cache
    return remembered


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(6))
print(fib(4))
print(fib.cache)
