def third(x):
    return 10 / x


def second(x):
    return third(x) + 1


def first():
    return second(0)


print("before")
first()
