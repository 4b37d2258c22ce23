import asyncio
from datetime import datetime


async def show_time(name, delay):
    for _ in range(3):
        print(f"{name}: {datetime.now():%H:%M:%S}")
        await asyncio.sleep(delay)


async def main():
    await asyncio.gather(show_time("tick", 1), show_time("tock", 2))


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
