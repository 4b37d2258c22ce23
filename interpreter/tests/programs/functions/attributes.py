def greet(name: str, mark="!") -> str:
    """Greets somebody."""
    return name + mark


print(greet.__name__, greet.__qualname__, greet.__module__)
print(greet.__doc__)
print(greet.__defaults__, greet.__kwdefaults__)
print(greet.__annotations__)
greet.calls = 0
greet.calls += 1
print(greet.calls, hasattr(greet, "calls"), greet.__dict__)
greet.__name__ = "hello"
print(greet.__name__, callable(greet))


def outer():
    def inner():
        pass
    return inner


print(outer().__qualname__)
print(type(greet).__name__, type(len).__name__, type("".join).__name__)
