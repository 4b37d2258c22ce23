# What is due at one time wakes in the order in which it was asked for.
import asyncio


async def worker(number, delay):
    await asyncio.sleep(delay)
    print(number, end=' ')


async def main():
    await asyncio.gather(*[worker(n, 1) for n in range(12)])
    print()
    await asyncio.gather(*[worker(n, 1 + n % 3) for n in range(15)])
    print()
    loop = asyncio.get_running_loop()
    when = loop.time() + 5
    timers = [loop.call_at(when, print, 'timer', n) for n in range(9)]
    for timer in timers[::2]:
        timer.cancel()
    await asyncio.sleep(6)
    tasks = [asyncio.create_task(worker(n, 2)) for n in range(150)]
    await asyncio.sleep(1)
    for task in tasks[:130]:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print()

asyncio.run(main())
