import asyncio


async def sleeper():
    try:
        print("sleeping")
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("finally")


async def stubborn():
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print("no thanks")
    return "finished anyway"


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main saw it", task.cancelled(), task.done())
    print(task.cancel())
    other = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    other.cancel()
    print(await other, other.cancelled())
    never = asyncio.create_task(sleeper())
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("never began")


asyncio.run(main())
