# When the module ends, tasks that are left are cancelled, as at the end of asyncio.run.
import asyncio


async def worker(name, delay):
    try:
        await asyncio.sleep(delay)
        print(name, "slept")
    except asyncio.CancelledError:
        print(name, "cancelled")
        await asyncio.sleep(0.5)
        print(name, "cleaned up")
        raise
    finally:
        print(name, "ends")


async def numbers():
    try:
        for n in range(10):
            yield n
    finally:
        print("numbers closed")


short = asyncio.create_task(worker("short", 1))
long = asyncio.create_task(worker("long", 60), name="the long one")
source = numbers()
print(await anext(source), await source.__anext__())
await short
print(long.get_name(), long.done())
total = 0
async for n in numbers():
    total += n
    if n == 3:
        break
print("total", total)
inner = worker("inner", 1)
try:
    asyncio.run(inner)
except RuntimeError as error:
    print(error)
inner.close()
print("end of module")
