def attempt(function):
    try:
        print(list(function()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


def from_number():
    yield from 5


def from_none():
    yield from None


def from_failing():
    def bad():
        yield 1
        raise LookupError("inside")
    yield from bad()


def from_coroutine():
    async def coroutine():
        pass
    c = coroutine()
    try:
        yield from c
    finally:
        c.close()


def from_exhausted():
    it = iter([1])
    yield from it
    yield from it
    yield "end"


for function in from_number, from_none, from_failing, from_coroutine, from_exhausted:
    attempt(function)
