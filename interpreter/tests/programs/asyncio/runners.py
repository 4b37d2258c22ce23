# Runners: one loop for several coroutines, contexts, the end of what is left over.
import asyncio, contextvars
var = contextvars.ContextVar('var', default='none')
async def setv(v): old = var.get(); var.set(v); return old
with asyncio.Runner() as runner:
    print(runner.run(setv('a')), runner.run(setv('b')), var.get())
    print(runner.run(setv('c'), context=contextvars.copy_context()), runner.run(setv('d')))
    loop = runner.get_loop(); print(loop.is_running(), loop.is_closed(), runner.get_loop() is loop)
    async def nested():
        x = setv('x')
        try: runner.run(x)
        except RuntimeError as e: print(e)
        x.close()
        c = setv('y')
        try: asyncio.run(c)
        except RuntimeError as e: print(e)
        c.close()
    import warnings; warnings.simplefilter('ignore')
    runner.run(nested())
    for bad in (3, None, setv, (x for x in ())):
        try: runner.run(bad)
        except ValueError as e: print(str(e).split(' at 0x')[0])
print(loop.is_closed())
closed = nested(); closed.close()
for f in (runner.get_loop, runner.__enter__, lambda: runner.run(closed)):
    try: f()
    except RuntimeError as e: print(e)
runner.close()
r = asyncio.Runner(debug=True); print(r.get_loop().get_debug()); r.close()
r = asyncio.Runner(loop_factory=lambda: print('factory') or asyncio.new_event_loop()); print(r.run(setv('z')))
async def leftover():
    async def bg():
        try: await asyncio.sleep(100)
        except asyncio.CancelledError: print('bg cancelled'); raise ValueError('in shutdown')
    asyncio.create_task(bg())
    await asyncio.sleep(0)
r.run(leftover()); r.close(); r.close()
async def boom(): raise KeyError('boom')
try: asyncio.run(boom())
except KeyError as e: print(repr(e))
async def kbd():
    raise KeyboardInterrupt
try: asyncio.run(kbd())
except KeyboardInterrupt as e: print('KI')
async def ex():
    t = asyncio.create_task(asyncio.sleep(9))
    try: await asyncio.sleep(0)
    finally: print('fin')
    raise SystemExit(4)
try: asyncio.run(ex())
except SystemExit as e: print('SE', e.code)
async def cancelled(): raise asyncio.CancelledError('c')
try: asyncio.run(cancelled())
except asyncio.CancelledError as e: print(repr(e))
try: asyncio.get_event_loop()
except RuntimeError as e: print(e)
asyncio.set_event_loop(asyncio.new_event_loop()); print(asyncio.get_event_loop().is_closed())
try: asyncio.get_running_loop()
except RuntimeError as e: print(e)
closed = boom(); closed.close()
try: asyncio.create_task(closed)
except RuntimeError as e: print(e)
try: asyncio.set_event_loop(3)
except (TypeError, AssertionError) as e: print(e)
