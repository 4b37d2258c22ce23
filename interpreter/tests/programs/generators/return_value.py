def with_value():
    yield 1
    return "result"


g = with_value()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args, repr(stop))
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)


def no_value():
    return
    yield


try:
    next(no_value())
except StopIteration as stop:
    print(stop.value, stop.args)


def returns_tuple():
    return (1, 2)
    yield


try:
    next(returns_tuple())
except StopIteration as stop:
    print(stop.value, stop.args)


def returns_exception():
    return ValueError("as a value")
    yield


try:
    next(returns_exception())
except StopIteration as stop:
    print(repr(stop.value))
print(list(with_value()))
