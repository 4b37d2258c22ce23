def inner():
    print("inner starts")
    yield 1
    yield 2
    print("inner ends")


def outer():
    print("outer starts")
    yield from inner()
    print("outer goes on")
    yield 3
    yield from "ab"
    yield from [4, 5]
    yield from range(2)
    yield from ()


for value in outer():
    print("got", value)
