# a comment first


def f():
    # a comment inside

    x = 1  # at the end of a line

    # between

    return x
    # after


if True:
    # nothing before it
    print(f())

# last
x = [
    # in brackets
    1,

    2,
    # at the end
]
print(
    # a comment

    x
)
