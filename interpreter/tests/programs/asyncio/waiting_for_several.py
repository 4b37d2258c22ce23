# wait, wait_for, shield, as_completed and gather.
import asyncio
async def w(n, v=None, exc=None):
    try:
        await asyncio.sleep(n)
        if exc: raise exc
        print('done', v); return v
    except asyncio.CancelledError as e:
        print('cancelled', v, e.args); raise
async def main():
    T = asyncio.create_task
    names = lambda s: sorted(t.get_name() for t in s)
    for rw in ('FIRST_COMPLETED', 'FIRST_EXCEPTION', 'ALL_COMPLETED'):
        ts = [T(w(1, 'a'), name='a'), T(w(2, 'b', ValueError('b')), name='b'), T(w(3, 'c'), name='c')]
        d, p = await asyncio.wait(ts, return_when=rw); print(rw, names(d), names(p)); [t.cancel() for t in p]
        print([r if not isinstance(r, BaseException) else repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)])
    d, p = await asyncio.wait({T(w(5, 'x'), name='x')}, timeout=1); print(names(d), names(p)); 
    d, p = await asyncio.wait(p, timeout=0); print(names(d), names(p)); p.pop().cancel(); await asyncio.sleep(0)
    for bad in (lambda: asyncio.wait([]), lambda: asyncio.wait([T(w(0))], return_when=3), lambda: asyncio.wait(3)):
        try: await bad()
        except (ValueError, TypeError) as e: print(type(e).__name__, str(e))
    t = T(w(0, 'same')); d, p = await asyncio.wait([t, t]); print(len(d), d == {t})
    gen = (T(w(i / 10, i)) for i in range(2)); d, p = await asyncio.wait(gen); print(len(d))
    print(await asyncio.wait_for(w(1, 'wf'), 2), await asyncio.wait_for(w(1, 'wf2'), None))
    for to in (0.5, 0, -1):
        try: await asyncio.wait_for(w(1, 'slow'), to)
        except asyncio.TimeoutError as e: print(repr(e), repr(e.__cause__), e.__cause__.__class__)
    f = asyncio.get_running_loop().create_future(); f.set_result(1); print(await asyncio.wait_for(f, 0), await asyncio.wait_for(f, 1))
    async def stubborn():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: await asyncio.sleep(1); return 'stubborn'
    print(await asyncio.wait_for(stubborn(), 1))
    async def stubborn2():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: raise KeyError('instead')
    try: await asyncio.wait_for(stubborn2(), 1)
    except KeyError as e: print(repr(e), repr(e.__context__))
    outer = T(asyncio.wait_for(w(10, 'inner'), 5)); await asyncio.sleep(1); outer.cancel('msg')
    try: await outer
    except asyncio.CancelledError as e: print(repr(e))
    s = T(w(1, 'shielded')); o = T(asyncio.wait_for(asyncio.shield(s), 0.5))
    try: await o
    except TimeoutError: print('timeout', s.done()); print(await s)
    async def sh(): await asyncio.shield(w(1, 'in shield', ValueError('lost')))
    t = T(sh()); await asyncio.sleep(0.5); t.cancel(); await asyncio.wait([t]); print(t); await asyncio.sleep(1)
    print(await asyncio.shield(w(0.1, 'sh'))); f = asyncio.shield(s); print(f is s)
    inner = T(w(5, 'inner2')); sf = asyncio.shield(inner); await asyncio.sleep(0); inner.cancel(); 
    try: await sf
    except asyncio.CancelledError as e: print('sf', repr(e), sf)
    for c in asyncio.as_completed([w(0.3, 3), w(0.1, 1), w(0.2, 2)]): print('ac', c.__name__, await c)
    try:
        for c in asyncio.as_completed([w(0.1, 1), w(5, 5)], timeout=1): print('ac', await c)
    except TimeoutError as e: print(repr(e))
    for bad in (w(1), 3):
        try: list(asyncio.as_completed(bad))
        except TypeError as e: print(e)
        if bad != 3: bad.close()
    same = T(w(0.1, 'dup')); print([await c for c in asyncio.as_completed([same, same])])
    print(list(asyncio.as_completed([])))
    g = asyncio.gather(w(0.1, 1), w(0.2, 2)); print(g); print(await g, g)
    print(await asyncio.gather(), await asyncio.gather(w(0, 1), return_exceptions=True))
    same = w(0.1, 'c'); r = await asyncio.gather(same, same); print(r)
    try: await asyncio.gather(w(0.2, 'x'), w(0.1, 'y', OSError('y')), w(0.3, 'z'))
    except OSError as e: print(repr(e))
    await asyncio.sleep(1)
    print(await asyncio.gather(w(0.2, 'x'), w(0.1, 'y', OSError('y')), return_exceptions=True))
    g = asyncio.gather(w(1, 'g1'), w(2, 'g2')); await asyncio.sleep(0); print(g.cancel('gm'), g)
    try: await g
    except asyncio.CancelledError as e: print(repr(e), g, g.cancelled(), g.cancel())
    g = asyncio.gather(w(1, 'g1'), w(2, 'g2'), return_exceptions=True); await asyncio.sleep(0); g.cancel()
    try: print(await g)
    except asyncio.CancelledError as e: print(repr(e), g.done(), g.cancelled())
    child = T(w(1, 'child')); g = asyncio.gather(child, w(2, 'sib')); await asyncio.sleep(0); child.cancel('child msg')
    try: await g
    except asyncio.CancelledError as e: print(repr(e), g)
    await asyncio.sleep(3)
    for bad in (lambda: asyncio.gather(3), lambda: asyncio.ensure_future(3), lambda: asyncio.shield(3)):
        try: bad()
        except TypeError as e: print(e)
    print(asyncio.iscoroutine(w), asyncio.iscoroutinefunction(w), asyncio.iscoroutinefunction(lambda: 1))
    c = w(0); print(asyncio.iscoroutine(c), asyncio.iscoroutine((x for x in ()))); c.close()
    print(await asyncio.sleep(0, 'r'), await asyncio.sleep(-1, 'neg'))
    for bad in ('x', None):
        try: await asyncio.sleep(bad)
        except TypeError as e: print(e)
    try: await asyncio.sleep(float('nan'))
    except ValueError as e: print(e)
async def timed():
    await main()
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(timed())
