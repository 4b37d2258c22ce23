# CPython's compiler warns before the program runs.
x = 1
print(x is 1, x is not 'a', x is -1, x is None, x is ...)
if x is ():
    pass


def function():
    assert (x, 'a message')
    return 'asserted'


print(function())
for wrong in (
    lambda: [(1, 2) (3, 4)],
    lambda: [[1, 2] [3, 4]],
    lambda: ['a' ['b']],
    lambda: 1 [2],
    lambda: f'{x}' (2),
    lambda: {1} [2],
    lambda: (lambda: 1) [2],
    lambda: None [0],
    lambda: {} (),
    lambda: 'text' [1.5],
):
    try:
        wrong()
    except TypeError as error:
        print(error)
print((1, 2)[True], 'abc'[1:2], [5][-1])


class Body:
    flag = x is 3.0

    def method(self):
        return 1 < 2 is b''


print([i for i in range(3) if i is 0], Body.flag, Body().method())
