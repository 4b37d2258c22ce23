x = "outside"
print([x for x in "ab"], x)


def first_iterable_is_outside():
    try:
        [n for n in undefined_name]
    except NameError as error:
        print(error)
    gen = (undefined_name for _ in range(1))
    print("made")
    try:
        next(gen)
    except NameError as error:
        print(error)


first_iterable_is_outside()

try:
    (n for n in 5)
except TypeError as error:
    print(error)


def closures():
    k = 10
    return [[k * n for n in range(m)] for m in range(3)]


print(closures())
print([i for i in [i for i in range(3)]])
