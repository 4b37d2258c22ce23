def returns():
    try:
        return "from try"
    finally:
        print("cleaning")


def overrides():
    try:
        return "from try"
    finally:
        return "from finally"


def swallows():
    try:
        1 / 0
    finally:
        return "no exception"


def loop():
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            print("body", n)
        finally:
            print("finally", n)
    return n


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(returns(), overrides(), swallows(), loop(), value_is_kept())
