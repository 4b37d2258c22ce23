def show(error):
    cause = type(error.__cause__).__name__
    context = type(error.__context__).__name__
    print(repr(error), "cause", cause, "context", context, error.__suppress_context__)


try:
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]
except KeyError as error:
    show(error)

try:
    try:
        1 / 0
    except ZeroDivisionError as first:
        raise ValueError("second") from first
except ValueError as error:
    show(error)

try:
    try:
        1 / 0
    finally:
        [].pop()
except IndexError as error:
    show(error)

try:
    raise TypeError("x") from None
except TypeError as error:
    show(error)
