import asyncio
import time
from datetime import datetime


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time(), time.time(), time.monotonic(), datetime.now())
    await asyncio.sleep(10)
    print(loop.time(), time.time(), datetime.now())
    await asyncio.gather(asyncio.sleep(5), asyncio.sleep(3600))
    print(loop.time(), time.perf_counter())
    time.sleep(2)
    print(loop.time(), time.time_ns())


asyncio.run(main())
print(time.time())
