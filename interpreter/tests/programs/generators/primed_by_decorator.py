import functools


def primed(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        generator = function(*args, **kwargs)
        next(generator)
        return generator
    return start


@primed
def printer(prefix):
    while True:
        print(prefix, (yield))


@primed
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@primed
def doubled(target):
    while True:
        target.send((yield) * 2)


tree = broadcast(printer("plain:"), doubled(printer("doubled:")))
for n in 1, 2, 3:
    tree.send(n)
tree.close()
