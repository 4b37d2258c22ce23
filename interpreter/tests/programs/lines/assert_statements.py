x = 5
assert x
assert x, "message"
assert (
    x
    > 3
)
assert x == 5, (
    "over"
    "lines"
)
try:
    assert x > 10, "too small " + \
        str(x)
except AssertionError as error:
    print(error)
try:
    assert not x
except AssertionError:
    print("plain")
try:
    assert (x
            and x > 9), f"{x}"
except AssertionError as error:
    print(error)
assert x if x else 0
assert x and \
    True
