import asyncio


async def coroutine(n):
    await asyncio.sleep(0)
    return n


loop = asyncio.new_event_loop()
print(loop.run_until_complete(coroutine(1)), loop.is_running(), loop.is_closed())
task = loop.create_task(coroutine(2))
print(loop.run_until_complete(task))
future = loop.create_future()
loop.call_soon(future.set_result, "by callback")
print(loop.run_until_complete(future))


def stop():
    print("stopping")
    loop.stop()


loop.call_later(0.01, stop)
loop.run_forever()
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(future)
except RuntimeError as error:
    print(error)
