import asyncio


async def work():
    await asyncio.sleep(0)
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "soon 1")
    loop.call_soon(print, "soon 2")
    handle = loop.call_soon(print, "never")
    handle.cancel()
    loop.call_later(0.02, print, "later 2")
    loop.call_later(0.01, print, "later 1")
    timer = loop.call_later(0.015, print, "never")
    print("nothing ran yet")
    await asyncio.sleep(0)
    timer.cancel()
    print("after one turn", timer.cancelled())
    task = asyncio.create_task(work())
    task.add_done_callback(lambda t: print("done", t.result()))
    await task
    await asyncio.sleep(0.03)


asyncio.run(main())
