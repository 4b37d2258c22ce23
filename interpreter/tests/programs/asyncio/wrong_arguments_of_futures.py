# Futures and tasks are written in C, and tell of wrong arguments as such do.
import asyncio


def told(call):
    try:
        print(repr(call()).split(" at 0x")[0])
    except Exception as error:
        print(f"{type(error).__name__}: {error}".split(" at 0x")[0])


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.current_task()
    for call in (
        lambda: future.set_result(),
        lambda: future.set_result(1, 2),
        lambda: future.set_exception(),
        lambda: future.set_exception(3),
        lambda: future.set_exception(StopIteration),
        lambda: future.result(1),
        lambda: future.result(),
        lambda: future.exception(),
        lambda: future.done(1),
        lambda: future.cancelled(x=1),
        lambda: future.add_done_callback(),
        lambda: future.add_done_callback(1, 2),
        lambda: future.add_done_callback(print, contex=3),
        lambda: future.remove_done_callback(),
        lambda: future.get_loop(3),
        lambda: future.nothing,
        lambda: future.set_result,
        lambda: future.cancel(message=3),
        lambda: asyncio.Future(3),
        lambda: asyncio.Future(loo=3),
        lambda: asyncio.Task(),
        lambda: asyncio.Task(3),
        lambda: task.set_result(3),
        lambda: task.set_exception(3),
        lambda: task.set_name(),
        lambda: task.get_name(1),
        lambda: task.get_coro(1),
        lambda: task.uncancel(1),
        lambda: task.cancelling(1),
        lambda: task.nothing,
        lambda: task.get_coro,
        lambda: asyncio.get_running_loop(1),
        lambda: asyncio.get_event_loop(1),
        lambda: asyncio.get_running_loop,
        lambda: asyncio.Task.__mro__,
        lambda: future.cancel("enough"),
        lambda: future.cancel(),
    ):
        told(call)


class Named(asyncio.Future):
    def __init__(self, name):
        super().__init__()
        self.name = name

    def set_result(self, result):
        print(self.name, "gets", result)
        super().set_result(result)


async def subclass():
    future = Named("mine")
    asyncio.get_running_loop().call_soon(future.set_result, 5)
    print(await future, Named.set_result.__class__.__name__, str(future.done).split(" at 0x")[0])
    told(lambda: future.nothing)


asyncio.run(main())
asyncio.run(subclass())
