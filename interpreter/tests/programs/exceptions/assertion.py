def check(n):
    assert n > 0, f"{n} is not positive"
    return n


print(check(1))
try:
    check(-1)
except AssertionError as error:
    print("AssertionError:", error)
try:
    assert []
except AssertionError as error:
    print(repr(error), error.args)
assert check(2) == 3
