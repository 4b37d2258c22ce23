import asyncio

async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("no, thanks")
    return "finished anyway"

async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(1)
    print(task.cancel(), task.cancelled(), task.done())
    print(await task, task.cancelled())

asyncio.run(main())
