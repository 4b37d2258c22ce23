# A frame object shows its frame while it runs, while it sleeps and when it has ended.
import sys


def gen(n):
    me = yield
    frame = me.gi_frame
    print('running', frame.f_lineno, sorted(frame.f_locals), frame is sys._getframe(), frame.f_back is sys._getframe(1))
    twice = n * 2
    yield twice
    print('again', frame.f_lineno, frame.f_locals['twice'])


g = gen(7)
print('unborn', g.gi_frame.f_lineno, g.gi_frame.f_locals, g.gi_frame.f_back)
next(g)
frame = g.gi_frame
print('asleep', frame is g.gi_frame, frame.f_lineno, frame.f_locals, frame.f_back)
print(g.send(g), frame.f_locals['twice'])
for _ in g:
    pass
print('ended', g.gi_frame, frame.f_lineno, frame.f_locals['n'], frame.f_back)
frame.clear()
print('cleared', frame.f_locals)


def dropped():
    try:
        yield 1
    finally:
        print('closed')


g = dropped()
next(g)
frame = g.gi_frame
del g
print('its generator has gone', frame.f_lineno, frame.f_locals)


def outer():
    yield from inner()


def inner():
    frame = sys._getframe()
    yield frame
    print(frame.f_back.f_code.co_name, frame.f_back.f_back.f_code.co_name)


g = outer()
frame = next(g)
print(frame.f_back, frame.f_code.co_name)
list(g)


def clears(how):
    frame = how()
    try:
        frame.clear()
        print('cleared')
    except RuntimeError as error:
        print(error)


def clears_itself():
    try:
        sys._getframe().clear()
    except RuntimeError as error:
        print(error)
    yield


clears(sys._getframe)
clears(lambda: sys._getframe(2))
next(clears_itself())


async def coroutine():
    return 1

unborn = gen(1)
unborn.gi_frame.clear()
print(unborn.gi_frame, list(unborn))
c = coroutine()
print(c.cr_frame.f_lineno, c.cr_frame is c.cr_frame)
c.close()
print(c.cr_frame)


def plain():
    kept = 'kept'
    return sys._getframe()


frame = plain()
print(frame.f_locals, frame.f_lineno)
print(sys._getframe().f_locals is globals(), sys._getframe() is sys._getframe())


class Body:
    inside = 1
    print(sorted(name for name in sys._getframe().f_locals if not name.startswith('__')))
