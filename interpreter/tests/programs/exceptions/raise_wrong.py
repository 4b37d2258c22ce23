def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ":", error)


def raise_string():
    raise "text"


def raise_class():
    raise ValueError


def catch_wrong():
    try:
        raise ValueError("x")
    except "text":
        pass


def bad_cause():
    raise ValueError("x") from 5


attempt(raise_string)
attempt(raise_class)
attempt(catch_wrong)
attempt(bad_cause)
