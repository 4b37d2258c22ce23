# Futures: states, callbacks, messages, how they are shown.
import asyncio, contextvars
def cb(f): print('cb', f.cancelled() or f.result())
def other(f): print('other')
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop, f._state)
    f.add_done_callback(cb); print(f)
    f.add_done_callback(other); print(f)
    f.add_done_callback(cb); f.add_done_callback(print); print(f)
    print(f.remove_done_callback(cb), f.remove_done_callback(cb)); print(f)
    for bad in (f.result, f.exception):
        try: bad()
        except asyncio.InvalidStateError as e: print(repr(e))
    f.set_result('x' * 200); print(f)
    print(f.remove_done_callback(print))
    for bad in (f.set_result, f.set_exception):
        try: bad(ValueError())
        except asyncio.InvalidStateError as e: print(repr(e))
    print(f.cancel(), await f == f.result(), f.exception())
    f.add_done_callback(cb)
    await asyncio.sleep(0)
    g = loop.create_future(); print(g.cancel('why'), g, g.cancelled(), g.cancel())
    try: await g
    except asyncio.CancelledError as e: print(repr(e), e.args)
    try: g.result()
    except asyncio.CancelledError as e: print(repr(e))
    try: g.exception()
    except asyncio.CancelledError as e: print(repr(e))
    h = loop.create_future()
    for bad in (StopIteration, StopIteration(3), 3, int, None):
        try: h.set_exception(bad)
        except TypeError as e: print(e)
    h.set_exception(KeyError); print(h)
    try: await h
    except KeyError as e: print(repr(e))
    k = loop.create_future(); k.set_exception(ValueError('never retrieved')); del k
    l = loop.create_future(); l.set_exception(ValueError('retrieved')); l.exception(); del l
    m = asyncio.Future(); m.set_exception(OSError(2, 'no')); m = None
    print(asyncio.isfuture(h), asyncio.isfuture(3), asyncio.isfuture(asyncio.Future))
    class F(asyncio.Future):
        def __repr__(self): return 'F!'
    print(F(), asyncio.isfuture(F()))
    class Duck:
        _asyncio_future_blocking = False
    print(asyncio.isfuture(Duck()), asyncio.isfuture(Duck))
    n = loop.create_future()
    it = iter(n)
    print(next(it) is n, n._asyncio_future_blocking)
    n.set_result(7)
    try: next(it)
    except StopIteration as e: print(e.value)
    o = loop.create_future(); it = o.__await__(); next(it)
    try: next(it)
    except RuntimeError as e: print(e)
    var = contextvars.ContextVar('v', default=0)
    p = loop.create_future()
    var.set(1); p.add_done_callback(lambda f: print('ctx', var.get()))
    var.set(2); p.add_done_callback(lambda f: print('ctx', var.get()))
    c = contextvars.copy_context(); c.run(var.set, 9)
    p.add_done_callback(lambda f: print('ctx', var.get()), context=c)
    p.set_result(1); var.set(3)
    await asyncio.sleep(0)
    print(asyncio.Future[int], asyncio.Task[int])
    q = asyncio.wrap_future(p); print(q is p)
asyncio.run(main())
