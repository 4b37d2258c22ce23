def again():
    try:
        int("x")
    except ValueError:
        print("seen")
        raise


try:
    again()
except ValueError as error:
    print(error)

try:
    raise
except RuntimeError as error:
    print(error)

saved = None
try:
    1 / 0
except ZeroDivisionError as error:
    saved = error
try:
    print(error)
except NameError as name_error:
    print(name_error)
try:
    raise saved
except ZeroDivisionError as error:
    print(error is saved)
