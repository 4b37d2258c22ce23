"""Pipelines of coroutines in the style of PEP 342, with a decorator that primes."""
from functools import wraps


def coroutine(func):
    @wraps(func)
    def start(*args, **kwargs):
        gen = func(*args, **kwargs)
        next(gen)
        return gen
    return start


@coroutine
def grep(pattern, target):
    "passes lines on"
    try:
        while True:
            line = yield
            if pattern in line:
                target.send(line)
    except GeneratorExit:
        print("grep closes")
        target.close()
        raise


@coroutine
def broadcast(*targets):
    while True:
        item = yield
        for target in targets:
            target.send(item)


@coroutine
def numbered(label):
    n = 0
    try:
        while True:
            line = yield n
            n += 1
            print(f"{label}{n:03d}: {line.rstrip()!r:<30}|")
    finally:
        print(label, "saw", n)


@coroutine
def average():
    total, count = 0.0, 0
    avg = None
    while True:
        try:
            x = yield avg
        except ZeroDivisionError:
            print("reset")
            total, count, avg = 0.0, 0, None
        else:
            total += x
            count += 1
            avg = total / count


chain = grep("py", broadcast(numbered("a"), numbered("b")))
for line in """python rules
the perl camel
a pypy jit
""".splitlines(keepends=True):
    chain.send(line)
chain.close()
print(grep.__name__, grep.__doc__, grep.__wrapped__.__name__)
m = average()
print([m.send(x) for x in (10, 20, 40.5)])
print(m.throw(ZeroDivisionError))
print(m.send(3))
try:
    m.throw(ValueError("bad", 7))
except ValueError as e:
    print(e, e.args)
try:
    m.send(1)
except StopIteration as e:
    print("finished", repr(e), e.value)
try:
    average.__wrapped__().send(5)
except TypeError as e:
    print(e)
