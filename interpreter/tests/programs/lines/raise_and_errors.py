def fails():
    raise ValueError(
        "over",
        "lines",
    )


def fails_in_argument():
    return max(
        1,
        len(5),
    )


def fails_in_loop():
    for n in [1, 0]:
        1 / n


def fails_in_condition():
    if 1 / 0:
        pass


def fails_in_comprehension():
    return [
        1 / n
        for n in [1, 0]
    ]


def fails_in_generator():
    return list(
        1 / n
        for n in [1, 0]
    )


for function in (fails, fails_in_argument, fails_in_loop, fails_in_condition,
                 fails_in_comprehension, fails_in_generator):
    try:
        function()
    except (ValueError, TypeError) as error:
        print("first", type(error).__name__)
    except ZeroDivisionError:
        print("second")
