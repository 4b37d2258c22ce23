# What is told of an exception that is ignored always has a colon, and its words behind it.


def fails(error):
    try:
        yield
    finally:
        raise error


class Silent(Exception):
    def __str__(self):
        return ""


for error in (ValueError, ValueError(), ValueError(""), StopAsyncIteration, Silent(1), KeyError("k")):
    generator = fails(error)
    next(generator)
    del generator
