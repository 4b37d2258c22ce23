# Task groups and timeouts, one inside of the other, with errors in every place.
import asyncio
async def w(n, v, exc=None):
    try:
        await asyncio.sleep(n)
        if exc: raise exc
        return v
    except asyncio.CancelledError as e: print('cancelled', v, e.args); raise
    finally: print('end', v)
async def main():
    async with asyncio.TaskGroup() as g:
        print(g); a = g.create_task(w(1, 'a')); b = g.create_task(w(2, 'b'), name='bee'); print(g, b.get_name())
    print(g, a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(w(1, 'a', ValueError('a'))); g.create_task(w(2, 'b')); g.create_task(w(1, 'c', KeyError('c')))
            await asyncio.sleep(5); print('never')
    except* ValueError as eg: print(repr(eg), repr(eg.exceptions[0].__context__))
    except* KeyError as eg: print(repr(eg))
    print(g, asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(w(5, 'a')); raise RuntimeError('body')
    except* RuntimeError as eg: print(repr(eg))
    async def cleanup_fails():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: raise OSError('cleanup')
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(cleanup_fails()); g.create_task(w(1, 'x', ValueError('first')))
    except* Exception as eg: print(repr(eg))
    async def outer():
        async with asyncio.TaskGroup() as g:
            g.create_task(w(5, 'in')); await asyncio.sleep(10)
    t = asyncio.create_task(outer()); await asyncio.sleep(1); t.cancel('from outside')
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    async def outer2():
        async with asyncio.TaskGroup() as g:
            g.create_task(cleanup_fails()); await asyncio.sleep(10)
    t = asyncio.create_task(outer2()); await asyncio.sleep(1); t.cancel()
    try: await t
    except BaseException as e: print(repr(e))
    g = asyncio.TaskGroup(); c = w(0, 0)
    for f in (lambda: g.create_task(c),):
        try: f()
        except RuntimeError as e: print(e)
    async with g:
        try:
            async with g: pass
        except RuntimeError as e: print(e)
    try: g.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    async def late(g):
        try: await asyncio.sleep(10)
        finally:
            c = w(0, 1)
            try: g.create_task(c)
            except RuntimeError as e: print(e)
            c.close()
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(late(g))
            await asyncio.sleep(0)
            1/0
    except* ZeroDivisionError: pass
    async with asyncio.TaskGroup() as g:
        t = g.create_task(w(5, 'single')); await asyncio.sleep(0); t.cancel()
    print(t)
    try:
        async with asyncio.TaskGroup() as g:
            async with asyncio.TaskGroup() as g2: g2.create_task(w(1, 'deep', ValueError('deep')))
    except* ValueError as eg: print(repr(eg))
    async def se(): raise SystemExit(3)
    try:
        async with asyncio.TaskGroup() as g: g.create_task(w(5, 'other')); g.create_task(w(1, 'v', ValueError()))
    except BaseExceptionGroup as e: print(repr(e))
    async with asyncio.timeout(1) as t: print(t); print(t.when() - asyncio.get_running_loop().time(), t.expired())
    print(t, t.expired())
    try:
        async with asyncio.timeout(1) as t: await asyncio.sleep(5)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), t, t.expired())
    async with asyncio.timeout(None) as t: print(t, t.when()); t.reschedule(asyncio.get_running_loop().time() + 1); print(t.when() is not None)
    try:
        async with asyncio.timeout(1) as t:
            try:
                async with asyncio.timeout(5) as t2: await asyncio.sleep(9)
            finally: print(t, t2, t2.expired())
    except TimeoutError: print('outer')
    try:
        async with asyncio.timeout(5) as t:
            try:
                async with asyncio.timeout(1) as t2: await asyncio.sleep(9)
            except TimeoutError: print('inner', t2.expired(), t.expired())
    finally: print(t)
    try:
        async with asyncio.timeout(-1): await asyncio.sleep(0); print('never')
    except TimeoutError: print('at once')
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 1): await asyncio.sleep(2)
    except TimeoutError: print('at')
    for f in (lambda: t.reschedule(1), lambda: asyncio.timeout(1).reschedule(3)):
        try: f()
        except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout(1):
            try: await asyncio.sleep(3)
            except asyncio.CancelledError: print('swallowed', asyncio.current_task().cancelling())
    except TimeoutError: print('no')
    print(asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1): 
            try: await asyncio.sleep(3)
            except asyncio.CancelledError: raise ValueError('v')
    except ValueError as e: print(repr(e), asyncio.current_task().cancelling())
    async def both():
        async with asyncio.timeout(1): await asyncio.sleep(3)
    t = asyncio.create_task(both()); await asyncio.sleep(0); asyncio.get_running_loop().call_at(asyncio.get_running_loop().time() + 1, t.cancel)
    try: await t
    except BaseException as e: print(repr(e))
    try:
        async with asyncio.TaskGroup() as g: g.create_task(se())
    except SystemExit as e: print('SE', e.code)
async def timed():
    await main()
    print(round(asyncio.get_running_loop().time(), 3))

asyncio.run(timed())
