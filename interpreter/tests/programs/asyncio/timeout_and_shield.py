import asyncio


async def important():
    try:
        await asyncio.sleep(0.03)
        print("important work done")
        return "result"
    except asyncio.CancelledError:
        print("never cancelled")
        raise


async def main():
    task = asyncio.create_task(important())
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.01)
    except TimeoutError:
        print("gave up waiting")
    print(await task)
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timeout block")
    async with asyncio.timeout(1) as limit:
        await asyncio.sleep(0.01)
    print(limit.expired())


asyncio.run(main())
