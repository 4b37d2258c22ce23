"""What closes a generator that dies as an exception leaves a frame has the exception as its context that the frame handles just then."""


def told():
    try:
        yield
    except GeneratorExit as error:
        print("context", repr(error.__context__))


def delegating():
    try:
        yield from told()
    except GeneratorExit as error:
        print("outer context", repr(error.__context__))


def loop_in_handler(make):
    try:
        1 / 0
    except ZeroDivisionError:
        for _ in make():
            raise KeyError("left")


def handler_in_loop(make):
    for _ in make():
        try:
            1 / 0
        except ZeroDivisionError:
            raise KeyError("left")


def loop_with_handler_inside(make):
    try:
        1 / 0
    except ZeroDivisionError:
        for _ in make():
            try:
                [][0]
            except IndexError:
                raise KeyError("left")


def returning(make):
    try:
        1 / 0
    except ZeroDivisionError:
        for _ in make():
            return


def asleep(make):
    yield
    try:
        1 / 0
    except ZeroDivisionError:
        for _ in make():
            yield


def as_argument(make):
    try:
        1 / 0
    except ZeroDivisionError:
        print(next_of(make()), {}["missing"])


def next_of(generator):
    next(generator)
    return generator


for make in told, delegating:
    print(make.__name__)
    for function in loop_in_handler, handler_in_loop, loop_with_handler_inside, returning, as_argument:
        print(function.__name__)
        try:
            function(make)
        except LookupError as error:
            print(repr(error), "from", repr(error.__context__))

    for end in "close", "throw", "drop":
        print("asleep,", end)
        sleeper = asleep(make)
        next(sleeper), next(sleeper)
        try:
            [][0]
        except IndexError:
            if end == "close":
                sleeper.close()
            elif end == "throw":
                try:
                    sleeper.throw(OSError("thrown"))
                except OSError as error:
                    print(repr(error), "from", repr(error.__context__))
            del sleeper

    print("thrown to end it")
    generator = next_of(make())
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            generator.throw(GeneratorExit)
        except (GeneratorExit, StopIteration) as error:
            print(type(error).__name__, "from", repr(error.__context__))
