import asyncio
import types
from datetime import datetime


@types.coroutine
def show_time(name, delay):
    for _ in range(3):
        print(f"{name}: {datetime.now():%H:%M:%S}")
        yield from asyncio.sleep(delay)


@types.coroutine
def main():
    yield from asyncio.gather(show_time("tick", 1), show_time("tock", 2))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
