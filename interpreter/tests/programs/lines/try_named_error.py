def f():
    try:
        int("x")
    except ValueError as error:
        message = str(error)
    return message


def reraises():
    try:
        int("x")
    except ValueError as error:
        raise TypeError("t") from error


def bare_raise():
    try:
        int("x")
    except ValueError:
        raise


print(f())
for function in reraises, bare_raise:
    try:
        function()
    except (TypeError,
            ValueError) as error:
        print(type(error).__name__)
try:
    try:
        int("x")
    except ValueError as error:
        for i in range(2):
            if i:
                break
except Exception:
    pass
