"""Every statement and expression, in shapes whose lines are hard to get right."""
from __future__ import generator_stop

import os.path as path, sys
from math import (
    sin,
    cos as c,
)


def empty():
    """Nothing else."""


def only_pass(): pass


def one_line(x): return x


def defaults(
    a,
    b=1,
    *args,
    k=sin(
        2),
    **kwargs,
) -> int:
    return (
        a
    )


@staticmethod
@property
def decorated(
    self
): yield


def returns(x):
    if x:
        return
    if not x: return 1
    return (1,
            2)


def ifs(a, b, c):
    if a: pass
    elif b:
        pass
    elif (
        c
        and a
    ):
        x = 1
    else:
        x = 2
    if a and (b or
              not c): x = 3
    if a if b else c:
        x = 4
    if a is None: x = 5
    if a in [1, 2] or b not in {1, 2}:
        x = 6
    if 0: never
    if 1: always
    if "" or a:
        x = 7
    if not a in b:
        x = 8
    if a < b < c:
        x = 9
    else: x = 10
    if (a <
        b ==
        c): x = 11


def whiles(a, b):
    while a: b
    while a:
        b
    while True:
        if a: break
        b
    while 1: pass
    while a:
        continue
    else:
        b
    while (a and
           b):
        a
        if b:
            continue
        b
    while a < b: a += 1
    while not a:
        while b:
            break
        else:
            continue
        break


def fors(a):
    for x in a: print(x)
    for x in a:
        if x: continue
        print(
            x)
    else:
        a
    for (
        x,
        y
    ) in (
        a
    ):
        pass
    for x in [1, 2, 3]:
        for y in [x, a]:
            break
    for a.b in a: return x
    for x, y in a:
        return


def tries(a):
    try:
        a
    except ValueError: pass
    try: a
    except ValueError as e: b
    except (TypeError,
            KeyError):
        c
    except:
        raise
    else:
        d
    try:
        a
    finally:
        b
    try:
        try:
            a
        except A:
            b
        finally:
            c
    except B as e:
        d
    else:
        e
    finally:
        f


def try_exits(a):
    while a:
        try:
            if a: continue
            if b: break
            if c: return a
            return
        finally:
            d
    for x in a:
        try:
            a
        except E as e:
            if a: continue
            if b: break
            return 3
        except F:
            if a: return f(
                a)
            break
    try:
        return 1
    finally:
        return 2


def last_in_try(a):
    try:
        a
    except A:
        pass


def last_in_finally(a):
    try:
        pass
    finally:
        if a:
            b


def last_in_loop(a):
    while a:
        try: b
        except C: d


def groups(a):
    try:
        a
    except* A as e:
        b
    except* (B,
             C):
        c
    else:
        d
    try:
        a
    except* A:
        b
    finally:
        d


def withs(a):
    with a: pass
    with a as b:
        c
    with a as b, \
            c as d:
        e
    with (
        a,
        b as (x, y),
    ):
        return c
    for x in a:
        with x: break
    for x in a:
        with x:
            if a: continue
            with b:
                return


def with_last(a):
    with a:
        try:
            b
        finally:
            c


async def asyncs(a):
    await a
    async with a as b, c:
        d
    async with a: return b
    async for x in a:
        y
    async for x in (
        a
    ):
        if x: continue
        break
    else:
        z
    x = await a + await (
        b)
    return [x async for x in a if await x]


async def async_generator(a):
    async for x in a: yield x
    try:
        yield await a
    except B:
        async with a:
            yield
    return


def generators(a):
    x = yield
    yield a
    y = yield from a
    try:
        yield (
            a,
            b)
    finally:
        yield
    while True: x = yield x


def comprehensions(a):
    x = [i for i in a]
    x = [
        i
        for i in a
        if i
        if i > 3
    ]
    x = {i: j for i in a
         for j in i}
    x = {i for j in a for i in [j]}
    x = (yields(i)
         for i in a if not i)
    return [[j for j in i
             if j] for i in a]


def lambdas(a):
    x = lambda: a
    y = lambda b=1, *c: (
        b)
    return (lambda: (yield))


class Simple: pass


class Keyword(
    Simple,
    k=1,
): pass


@sin
class Full(
    Simple,
    object,
    metaclass=type,
):
    """A class."""
    x: int = 1
    y: str
    z = (
        x)

    def method(self):
        return super().method(
            self)

    for i in x: pass

    class Inner:
        def __init__(self): self.x = 1


def matches(a):
    match a:
        case 1: b
        case "x" | "y":
            c
        case [1, x, *_]:
            d
        case [x, *y] if x:
            e
        case {"k": v, **rest}: f
        case Simple(x=1, y=z):
            g
        case Simple(): g
        case (
            [1,
             2] as w
        ):
            h
        case None: i
        case _:
            j
    match (a,
           b):
        case x, y: return x
    match a:
        case 1:
            for x in a: break
        case -2:
            pass


def calls(a, b):
    a(b)
    a.b(
        c)
    a.b(c).d(
        e,
        k=1,
    ).f()
    a(*b,
      **c)
    a(1, *b, k=2,
      **c, l=3)
    a(
        *b,
        k=c)
    a(1,
      *b,
      k=c,
      l=d)
    (a
     .b
     .c(d)
     .e)
    path.join(
        a)
    print("%s and %r" % (a,
                         b))
    f"{a} {b!r:>{c}}"
    x = f"""{
        a
    }"""


def expressions(a, b):
    x = (a +
         b *
         3)
    x = a and b or (
        c)
    x = (a if b
         else c)
    x = not (
        a)
    x = -a
    x = [a,
         b]
    x = {a: 1,
         b: 2}
    x = {1: a,
         2: b}
    x = {**a,
         "k": 1,
         **b}
    x = [1, 2,
         3]
    x = (1,
         2)
    x = a[1:
          2]
    x = a < b < c
    x = (a <
         b <
         c)
    (y := a)
    x = [*a,
         b]
    x = {*a}
    a is b
    1
    "text"
    ...
    a


def assignments(a, b):
    x = y = a
    x, y = y, x
    x, y = 1, 2
    (x,
     y) = (a,
           b)
    [x, *y] = a
    a.b = c
    a[b] = c
    a.b.c = (
        d)
    a.b += 1
    a[b] += c
    x += (
        1)
    a.b \
        .c += d
    del x, a.b, a[c]
    del (y,
         b)
    x: int = a
    (y): int = b
    a.b: int
    a[b]: int = c
    global g
    g = 1
    g += 1


def raises(a):
    assert a
    assert a, b
    assert (a
            < b), \
        c
    if a: raise
    if b: raise a
    raise a(
        b) from c


def scopes():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return lambda: x
    return inner


if True:
    a: int = 1
for i in []: pass
while a: a -= 1
try:
    import nothing
except ImportError:
    pass
with a: b
