# "Did you mean" looks at all variables of the module, also at those that no function uses.
def greet():
    return "hello"


counter = 5
for looped in range(2):
    pass


def tells(function):
    print(function.__name__, counted)


class Person:
    pass


later_used = [greet]


def asks_for_late():
    return notyet


not_yet = 1


def last():
    try:
        tells(greet)
    except NameError:
        gret()


try:
    last()
except NameError as error:
    print(error, error.name)


def persons():
    return Persn()


persons()
