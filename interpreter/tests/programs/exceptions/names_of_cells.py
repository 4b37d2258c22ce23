# What a NameError tells of variables of enclosing functions, and which built-ins are meant.


def outer():
    def inner():
        return count

    inner()
    count = 0


class Late:
    def method(self):
        def deleted():
            nonlocal value
            del value

        value = 1
        deleted()
        return value


for function in outer, Late().method, lambda: [late for _ in [1] if late], lambda: missing:
    try:
        function()
    except NameError as error:
        print(type(error).__name__, error, error.name)
for name in lambda: true, lambda: false, lambda: none, lambda: licence, lambda: Null, lambda: prin, lambda: lenn, lambda: ran, lambda: xip:
    try:
        name()
    except NameError as error:
        import traceback

        print(traceback.format_exception_only(error)[0], end="")
outer()
