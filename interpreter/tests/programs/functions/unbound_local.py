count = 0


def broken():
    print(count)
    count = 1


try:
    broken()
except UnboundLocalError as error:
    print(error)


def deleted():
    x = 1
    del x
    return x


try:
    deleted()
except UnboundLocalError as error:
    print(error)

try:
    print(never_defined)
except NameError as error:
    print(error)


def free():
    def inner():
        return later
    try:
        inner()
    except NameError as error:
        print(error)
    later = 1
    print(inner())


free()
