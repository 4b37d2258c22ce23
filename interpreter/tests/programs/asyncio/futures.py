import asyncio


async def setter(future):
    await asyncio.sleep(0.01)
    print("setting")
    future.set_result("value")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done())
    asyncio.create_task(setter(future))
    print(await future, future.done(), future.result())
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError")
    failing = loop.create_future()
    failing.set_exception(KeyError("k"))
    try:
        await failing
    except KeyError as error:
        print(repr(error))
    pending = loop.create_future()
    pending.add_done_callback(lambda f: print("callback", f.cancelled()))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(error)
    print(pending.cancel())
    try:
        await pending
    except asyncio.CancelledError:
        print("cancelled")


asyncio.run(main())
