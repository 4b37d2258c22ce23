# What is no exception is refused, but by an iterator that takes what it likes.
class Taker:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *what):
        print('thrown', what)
        return 'taken'


def outer(inner):
    try:
        yield from inner
    finally:
        print('outer ends')


for depth in (1, 2, 3):
    g = Taker()
    for _ in range(depth):
        g = outer(g)
    next(g)
    print(g.throw(123), g.throw('text', 'more'))
    g.close()


def plain():
    try:
        yield 1
        yield 2
    except TypeError as error:
        print('inside', error)


g = plain()
next(g)
for wrong in (1, 'text', int, None):
    try:
        g.throw(wrong)
    except TypeError as error:
        print(error)
print(next(g))
