# Functions in an executor: here they run at once, in CPython in a thread.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='unset')


def work(n):
    print('works on', n)
    return n * 2


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    print(await asyncio.to_thread(var.get), await asyncio.to_thread(sum, [1, 2], start=3))
    print(await loop.run_in_executor(None, work, 4), await loop.run_in_executor(None, lambda: var.get()))
    try:
        await asyncio.to_thread(work, None)
    except TypeError as error:
        print(error)
    future = loop.run_in_executor(None, work, 5)
    print(asyncio.isfuture(future), await future)
    task = asyncio.run_coroutine_threadsafe(asyncio.sleep(0, 'threadsafe'), loop)
    await asyncio.sleep(0.05)
    print(task.done(), task.result())


asyncio.run(main())
