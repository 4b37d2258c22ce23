import functools


def loud(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("calling", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("it gave", result)
        return result
    return wrapper


def times(n):
    def decorate(function):
        def wrapper(x):
            for _ in range(n):
                x = function(x)
            return x
        return wrapper
    return decorate


@loud
def add(a, b=1):
    """Adds."""
    return a + b


@times(3)
@loud
def double(x):
    return x * 2


print(add(2, b=3))
print(add.__name__, add.__doc__)
print(double(1), double.__name__)
