from functools import update_wrapper, wraps


def logged(function):
    @wraps(function)
    def wrapper(*args):
        """The wrapper."""
        return function(*args)
    return wrapper


@logged
def greet(name):
    """Greets."""
    return "hello " + name


print(greet("you"), greet.__name__, greet.__doc__, greet.__wrapped__("me"))


def generator_logged(function):
    @wraps(function)
    def wrapper(*args):
        print("begin")
        result = yield from function(*args)
        print("end", result)
        return result
    return wrapper


@generator_logged
def numbers(n):
    yield from range(n)
    return "returned"


g = numbers(2)
print(g.__name__, list(g))
