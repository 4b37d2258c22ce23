import asyncio


async def slow(delay):
    try:
        await asyncio.sleep(delay)
        return "finished"
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    print(await asyncio.wait_for(slow(0.01), timeout=1))
    try:
        await asyncio.wait_for(slow(10), timeout=0.02)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error), asyncio.TimeoutError is TimeoutError)
    print(await asyncio.wait_for(slow(0.01), None))
    try:
        await asyncio.wait_for(slow(1), 0)
    except TimeoutError:
        print("zero")


asyncio.run(main())
