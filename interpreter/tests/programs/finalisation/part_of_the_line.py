# While an exception leaves a line, what dies stands at the part of the line that raised it.


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def show(call):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


def lookup():
    for _ in (n for n in stubborn()):
        print([None][0].send(None), 1)


def called():
    for _ in (n for n in stubborn()):
        print(int('x') + 1, 2)


def operand():
    for _ in (n for n in stubborn()):
        print(1 + missing, 3)


def unbound():
    for _ in (n for n in stubborn()):
        print(1 + late, 4)
    late = 1


def item():
    for _ in (n for n in stubborn()):
        print({}['key'].get(1), 5)


def attribute():
    for _ in (n for n in stubborn()):
        print(stubborn.nothing + 1, 6)


def stored():
    for _ in (n for n in stubborn()):
        (1).name = [] + [missing]


def raised():
    for _ in (n for n in stubborn()):
        raise ValueError(str(7))


def behind_finally():
    for _ in (n for n in stubborn()):
        try:
            print(None.upper(), 8)
        finally:
            print('finally')


def handled():
    for _ in (n for n in stubborn()):
        try:
            print(None.upper(), 9)
        except TypeError:
            pass


for function in lookup, called, operand, unbound, item, attribute, stored, raised, behind_finally, handled:
    show(function)
