# Contexts of callbacks and tasks, async generators closed with the loop.
import asyncio, contextvars
var = contextvars.ContextVar('var', default='unset')
async def agen(name, fail=False):
    try:
        for i in range(5):
            await asyncio.sleep(0); yield i
    finally:
        print(name, 'closing', var.get())
        await asyncio.sleep(0)
        if fail: raise ValueError(name)
        print(name, 'closed')
async def main():
    var.set('main')
    a, b, c = agen('a'), agen('b'), agen('c', True)
    await anext(a); await anext(b); await anext(c); await a.aclose()
    async for x in agen('broken'):
        if x == 1: break
    await asyncio.sleep(0); await asyncio.sleep(0)
    await b.aclose()
    d = agen('d'); del d
    global kept; kept = [c]
    loop = asyncio.get_running_loop()
    c1 = contextvars.copy_context(); c1.run(var.set, 'c1')
    t = asyncio.create_task(show('t'), context=c1); await t
    loop.call_soon(lambda: print('soon', var.get()), ); loop.call_soon(lambda: print('soon', var.get()), context=c1)
    loop.call_later(0.1, lambda: print('later', var.get()))
    var.set('changed'); await asyncio.sleep(0.2)
    loop.call_soon_threadsafe(print, 'threadsafe'); await asyncio.sleep(0)
async def show(n): print(n, var.get()); var.set(n); await asyncio.sleep(0); print(n, var.get())
asyncio.run(main())
print(var.get())
