# Loops made by hand, to their end.
import asyncio
loop = asyncio.new_event_loop()
print(loop, loop.is_running(), loop.is_closed(), loop.time() >= 0, loop.get_debug(), loop.slow_callback_duration)
async def c(): return 1
print(loop.run_until_complete(c()))
f = loop.create_future(); loop.call_later(1, f.set_result, 'f'); print(loop.run_until_complete(f), loop.run_until_complete(f))
loop.call_soon(lambda: print('in forever')); loop.call_soon(loop.stop); loop.call_soon(lambda: print('same turn'))
loop.run_forever(); print('stopped')
loop.stop(); loop.call_soon(print, 'one turn'); loop.run_forever()
async def stops():
    asyncio.get_running_loop().stop(); await asyncio.sleep(1)
try: loop.run_until_complete(stops())
except RuntimeError as e: print(e)
async def nested():
    for g in (loop.run_forever, lambda: loop.run_until_complete(f), lambda: asyncio.new_event_loop().run_forever(), loop.close):
        try: g()
        except RuntimeError as e: print(e)
loop.run_until_complete(nested())
def factory(loop, coro, **kw):
    print('factory', coro.__name__, kw); return asyncio.Task(coro, loop=loop, **kw)
loop.set_task_factory(factory); print(loop.get_task_factory() is factory)
async def maker():
    t = asyncio.create_task(c(), name='named'); print(t.get_name()); return await t
print(loop.run_until_complete(maker()))
loop.set_task_factory(None)
try: loop.set_task_factory(3)
except TypeError as e: print(e)
t1 = loop.create_task(asyncio.sleep(0, 'x'))
print(loop.run_until_complete(t1))
loop.run_until_complete(loop.shutdown_asyncgens()); loop.run_until_complete(loop.shutdown_default_executor())
async def ex():
    try: await loop.run_in_executor(None, print, 'x')
    except RuntimeError as e: print(e)
loop.run_until_complete(ex())
coro = c()
loop.close(); print(loop, loop.is_closed()); loop.close()
for g in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_until_complete(f), loop.run_forever, lambda: loop.create_task(coro)):
    try: g()
    except RuntimeError as e: print(e)
coro.close()
other = asyncio.new_event_loop()
async def wrong():
    await f2
f2 = loop.create_future()
try: other.run_until_complete(wrong())
except RuntimeError as e: print(str(e).split(' cb=')[0], str(e).split(']>')[1])
try: other.run_until_complete(f2)
except (RuntimeError, ValueError) as e: print(e)
try: other.run_until_complete(3)
except TypeError as e: print(e)
class A:
    def __await__(self):
        yield
        return 'awaited'
print(other.run_until_complete(A()))
import types
@types.coroutine
def gen(): yield; return 'gen'
print(other.run_until_complete(gen()))
async def agen():
    try: yield 1; yield 2
    finally: print('agen closed'); await asyncio.sleep(0); print('after')
async def useagen():
    a = agen(); print(await anext(a)); return a
a = other.run_until_complete(useagen())
other.run_until_complete(other.shutdown_asyncgens())
async def useagen2():
    async for x in agen(): print(x); break
    print('left')
other.run_until_complete(useagen2())
other.run_until_complete(asyncio.sleep(0))
other.close()
