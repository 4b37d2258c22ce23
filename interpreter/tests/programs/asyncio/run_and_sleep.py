import asyncio


async def main():
    print("start")
    await asyncio.sleep(0.01)
    print("woke")
    result = await asyncio.sleep(0.01, "result")
    print(result)
    return 42


print(asyncio.run(main()))


async def fails():
    await asyncio.sleep(0)
    raise ValueError("inside")


try:
    asyncio.run(fails())
except ValueError as error:
    print("out", error)
