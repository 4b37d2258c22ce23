import asyncio


async def leaf():
    try:
        await asyncio.sleep(10)
    finally:
        print("leaf finally")


async def middle():
    try:
        await leaf()
    except asyncio.CancelledError:
        print("middle cleans up")
        await asyncio.sleep(0.01)
        print("middle cleaned")
        raise


async def main():
    task = asyncio.create_task(middle())
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    group = asyncio.gather(middle(), middle())
    await asyncio.sleep(0)
    group.cancel()
    try:
        await group
    except asyncio.CancelledError:
        print("group cancelled")
    await asyncio.sleep(0.02)


asyncio.run(main())
