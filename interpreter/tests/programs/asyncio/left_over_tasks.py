import asyncio


async def background():
    try:
        while True:
            await asyncio.sleep(0.01)
            print("tick")
    finally:
        print("background ends")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0.025)
    print("main ends")


asyncio.run(main())
print("after run")
