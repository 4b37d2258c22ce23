counter = 0


def bump():
    global counter, created
    counter += 1
    created = "by bump"


bump()
bump()
print(counter, created)


def outer():
    counter = 100

    def inner():
        global counter
        counter = -1

    inner()
    return counter


print(outer(), counter)
del counter
try:
    counter
except NameError as error:
    print(error)
