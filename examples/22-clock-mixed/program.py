import asyncio
import types
from datetime import datetime


@types.coroutine
def old_style(name, delay):
    for _ in range(3):
        print(f"{name}: {datetime.now():%H:%M:%S}")
        yield from asyncio.sleep(delay)


async def new_style(name, delay):
    print(f"{name} waits for an old generator")
    await old_style(name, delay)


async def main():
    await asyncio.gather(old_style("tick", 1), new_style("tock", 2))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
