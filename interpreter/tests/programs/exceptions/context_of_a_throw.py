"""What is thrown into a generator gets its context from what that generator handles, not from its resumer."""


def quiet():
    yield 1


def handling():
    try:
        raise KeyError("inner")
    except KeyError:
        yield 1


def delegating():
    try:
        raise LookupError("outer")
    except LookupError:
        yield from handling()


def chain(error):
    links = []
    while error is not None:
        links.append(repr(error))
        error = error.__context__
    return " < ".join(links)


for make in (quiet, handling, delegating):
    for begun in (False, True):
        generator = make()
        if begun:
            next(generator)
        try:
            raise OSError("of the resumer")
        except OSError:
            try:
                generator.throw(ValueError("thrown"))
            except ValueError as error:
                print(make.__name__, begun, chain(error))
            try:
                generator.throw(ValueError("thrown again"))
            except ValueError as error:
                print(make.__name__, "ended", chain(error))
