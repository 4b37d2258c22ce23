class NoExit:
    def __enter__(self):
        return self


class BadEnter:
    def __enter__(self):
        raise ValueError("in enter")

    def __exit__(self, *details):
        print("never called")


class BadExit:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise RuntimeError("in exit")


for manager in 5, NoExit(), BadEnter(), BadExit():
    try:
        with manager:
            print("inside")
            raise KeyError("body")
    except Exception as error:
        print(type(error).__name__, error, "context", repr(error.__context__))
